import { createServer, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { z } from 'zod';
import { listen } from './database';
import { uuidOf } from './ids';

export const SERVICES = ['settings', 'reminders'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** A double of Alexa's own services on this machine. */
export interface Services {
  readonly endpoint: string;
  /** What the skill must show to be let in. */
  readonly token: string;
  /** `undefined`: the listener keeps the time zone to themselves. */
  readonly setTimezone: (zone: string | undefined) => void;
  readonly allowReminders: (allowed: boolean) => void;
  readonly setUp: (service: ServiceName, up: boolean) => void;
  readonly close: () => Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

type Reminder = Readonly<Record<string, unknown>> & { readonly alertToken: string };

const ReminderBody = z.looseObject({ trigger: z.looseObject({ type: z.string() }), alertInfo: z.looseObject({}) });
const SETTING = /^\/v2\/devices\/[^/]+\/settings\/System\.(timeZone|temperatureUnit|distanceUnits)$/;
const REMINDER = /^\/v1\/alerts\/reminders(?:\/([^/]+))?$/;
const LONGEST_BODY = 64 * 1024;

/** Opens the double on 127.0.0.1. `now` in milliseconds since 1970. */
export async function openServices(timezone: string, now: () => number): Promise<Services> {
  const token = 'simulated-api-access-token';
  const sockets = new Set<Socket>();
  const reminders = new Map<string, Reminder>();
  const down = new Set<ServiceName>();
  const state: { zone: string | undefined; remindersAllowed: boolean } = { zone: timezone, remindersAllowed: false };

  const answer = (method: string, path: string, body: string): Answer => {
    const setting = SETTING.exec(path)?.[1];
    if (setting !== undefined && method === 'GET') {
      return down.has('settings') ? UNAVAILABLE : settingOf(setting, state.zone);
    }
    const reminder = REMINDER.exec(path);
    if (reminder === null) return { status: 404, body: fault('NOT_FOUND', `${method} ${path} is not simulated`) };
    if (down.has('reminders')) return UNAVAILABLE;
    if (!state.remindersAllowed) return { status: 401, body: fault('UNAUTHORIZED', 'no permission for reminders') };
    return remind(reminders, method, reminder[1], body, now());
  };

  const server = createServer(async (incoming, outgoing) => {
    const body = await bodyOf(incoming);
    const allowed = incoming.headers.authorization === `Bearer ${token}`;
    const path = new URL(incoming.url ?? '/', 'http://localhost').pathname;
    const given = allowed
      ? answer(incoming.method ?? 'GET', path, body)
      : { status: 401, body: fault('UNAUTHORIZED', 'no valid token') };
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
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

const fault = (code: string, message: string) => ({ code, message });
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
): Answer {
  if (token === undefined && method === 'GET') {
    return { status: 200, body: { totalCount: String(all.size), alerts: [...all.values()] } };
  }
  if (token === undefined && method === 'POST') return keep(all, uuidOf(`reminder ${all.size} ${now}`), body, now, 201);
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
  const made = String(all.get(alertToken)?.createdTime ?? time);
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
