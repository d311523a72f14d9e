import { createServer, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { z } from 'zod';
import { listen } from './database';
import { uuidOf } from './ids';

export const SERVICES = ['settings', 'reminders'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** What the reminders may do beside being down: give no answer, or refuse this kind of device. */
export const TROUBLES = ['slow', 'unsupported'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** A double of Alexa's own services on this machine. */
export interface Services {
  readonly endpoint: string;
  /** What the skill must show to be let in. */
  readonly token: string;
  /** `undefined`: the listener keeps the time zone to themselves. */
  readonly setTimezone: (zone: string | undefined) => void;
  readonly allowReminders: (allowed: boolean) => void;
  /** Up, a service is without trouble, too. */
  readonly setUp: (service: ServiceName, up: boolean) => void;
  readonly setTrouble: (trouble: Trouble) => void;
  /** What is there now. */
  readonly reminders: () => readonly Reminder[];
  readonly close: () => Promise<void>;
}

/** What is answered; `late`: nothing, however long one waits. */
type Answer = 'late' | { readonly status: number; readonly body?: unknown };

/** The moment at which a clock shows a time, without a zone. */
const LocalTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?$/);
const Recurrence = z.strictObject({
  startDateTime: LocalTime.optional(),
  endDateTime: LocalTime.optional(),
  recurrenceRules: z.array(z.string().regex(/^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[^;=]+)*;?$/)).min(1),
});

/** A reminder as the API takes it; the recurrence in the form that is not deprecated. */
const ReminderBody = z.looseObject({
  requestTime: z.iso.datetime({ local: true }).optional(),
  trigger: z.strictObject({
    type: z.literal('SCHEDULED_ABSOLUTE'),
    scheduledTime: LocalTime,
    timeZoneId: z.string().optional(),
    recurrence: Recurrence.optional(),
  }),
  alertInfo: z.looseObject({
    spokenInfo: z.looseObject({
      content: z.array(z.looseObject({ locale: z.string(), text: z.string().min(1) })).min(1),
    }),
  }),
  pushNotification: z.looseObject({ status: z.enum(['ENABLED', 'DISABLED']) }).optional(),
});
export type Reminder = z.infer<typeof ReminderBody> & { readonly alertToken: string };
const SETTING = /^\/v2\/devices\/[^/]+\/settings\/System\.(timeZone|temperatureUnit|distanceUnits)$/;
const REMINDER = /^\/v1\/alerts\/reminders(?:\/([^/]+))?$/;
const LONGEST_BODY = 64 * 1024;

/** Opens the double on 127.0.0.1. `now` in milliseconds since 1970. */
export async function openServices(timezone: string, now: () => number): Promise<Services> {
  const token = 'simulated-api-access-token';
  const sockets = new Set<Socket>();
  const reminders = new Map<string, Reminder>();
  let made = 0;
  const down = new Set<ServiceName>();
  const state: { zone: string | undefined; remindersAllowed: boolean; trouble: Trouble | undefined } = {
    zone: timezone,
    remindersAllowed: false,
    trouble: undefined,
  };

  const answer = (method: string, path: string, body: string): Answer => {
    const setting = SETTING.exec(path)?.[1];
    if (setting !== undefined && method === 'GET') {
      return down.has('settings') ? UNAVAILABLE : settingOf(setting, state.zone);
    }
    const reminder = REMINDER.exec(path);
    if (reminder === null) return { status: 404, body: fault('NOT_FOUND', `${method} ${path} is not simulated`) };
    if (down.has('reminders')) return UNAVAILABLE;
    if (state.trouble === 'slow') return 'late';
    if (!state.remindersAllowed) return { status: 401, body: fault('UNAUTHORIZED', 'no permission for reminders') };
    if (state.trouble === 'unsupported') return UNSUPPORTED;
    const next = () => {
      made += 1;
      return uuidOf(`reminder ${made}`);
    };
    return remind(reminders, method, reminder[1], body, now(), next);
  };

  const server = createServer(async (incoming, outgoing) => {
    const body = await bodyOf(incoming);
    const allowed = incoming.headers.authorization === `Bearer ${token}`;
    const path = new URL(incoming.url ?? '/', 'http://localhost').pathname;
    const given = allowed
      ? answer(incoming.method ?? 'GET', path, body)
      : ({ status: 401, body: fault('UNAUTHORIZED', 'no valid token') } as const);
    if (given === 'late') return;
    outgoing.writeHead(given.status, { 'content-type': 'application/json' });
    outgoing.end(given.body === undefined ? undefined : JSON.stringify(given.body));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const port = await listen(server, 0);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    token,
    setTimezone: (zone) => {
      state.zone = zone;
    },
    allowReminders: (allowed) => {
      state.remindersAllowed = allowed;
    },
    setUp: (service, up) => {
      if (up) down.delete(service);
      else down.add(service);
      if (up && service === 'reminders') state.trouble = undefined;
    },
    setTrouble: (trouble) => {
      state.trouble = trouble;
    },
    reminders: () => [...reminders.values()],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

const fault = (code: string, message: string) => ({ code, message });
const UNSUPPORTED: Answer = {
  status: 403,
  body: fault('DEVICE_NOT_SUPPORTED', 'this device takes no reminders'),
};
const UNAVAILABLE: Answer = { status: 503, body: fault('SERVICE_UNAVAILABLE', 'the service is down') };

function settingOf(setting: string, zone: string | undefined): Answer {
  if (setting === 'temperatureUnit') return { status: 200, body: 'CELSIUS' };
  if (setting === 'distanceUnits') return { status: 200, body: 'METRIC' };
  if (zone === undefined) return { status: 403, body: fault('ACCESS_DENIED', 'the time zone is not shared') };
  return { status: 200, body: zone };
}

function remind(
  all: Map<string, Reminder>,
  method: string,
  token: string | undefined,
  body: string,
  now: number,
  next: () => string,
): Answer {
  if (token === undefined && method === 'GET') {
    return { status: 200, body: { totalCount: String(all.size), alerts: [...all.values()] } };
  }
  if (token === undefined && method === 'POST') return keep(all, next(), body, now, 201);
  const known = token === undefined ? undefined : all.get(token);
  if (token === undefined || known === undefined)
    return { status: 404, body: fault('ALERT_NOT_FOUND', 'no such reminder') };
  switch (method) {
    case 'GET':
      return { status: 200, body: known };
    case 'PUT':
      return keep(all, token, body, now, 200);
    case 'DELETE':
      all.delete(token);
      return { status: 200 };
    default:
      return { status: 405, body: fault('METHOD_NOT_ALLOWED', method) };
  }
}

function keep(all: Map<string, Reminder>, alertToken: string, body: string, now: number, status: number): Answer {
  const parsed = ReminderBody.safeParse(json(body));
  if (!parsed.success) return { status: 400, body: fault('INVALID_REQUEST', 'not a reminder') };
  const time = new Date(now).toISOString();
  const made = all.get(alertToken)?.createdTime ?? time;
  const stamp = { alertToken, createdTime: made, updatedTime: time, status: 'ON', version: '1' };
  const href = `/v1/alerts/reminders/${alertToken}`;
  all.set(alertToken, { ...parsed.data, ...stamp, href });
  return { status, body: { ...stamp, href } };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of incoming) if (body.length < LONGEST_BODY) body += String(chunk);
  return body;
}
