import type { services } from 'ask-sdk-model';
import * as v from 'valibot';
import type { Minute } from '../coach/clock';
import type { Came, Errand } from '../coach/errand';
import { inTime } from '../ports/in-time';
import type { RunErrand } from '../ports/reminders';
import { REMINDER } from '../speech/reminding';
import { nextAt, tomorrowAt } from './next-at';

type Client = services.reminderManagement.ReminderManagementServiceClient;

/** What reminders depend on beside the errand. */
export interface Place {
  /** Milliseconds since 1970, as the request says. */
  readonly now: number;
  readonly locale: string;
  /** Asks for the listener's time zone, an IANA name; nothing when nobody tells. */
  readonly zone: () => Promise<string | undefined>;
  /** Where most of the locale's listeners live. */
  readonly usualZone: string;
  /** True if the request says that the permission was given. */
  readonly granted: boolean;
  /** Ends the errand when it aborts: the time limit of the turn. */
  readonly limit: AbortSignal;
}

/**
 * Errands to Alexa's Reminders API. Each lists what is there first: run twice, an errand changes nothing the second time, and whatever is
 * there too much goes. A request that is delivered twice at once finds the other's reminder when it looks again after its own.
 */
export const remindersOf =
  (clients: services.ServiceClientFactory | undefined, place: Place): RunErrand =>
  async (errand) => {
    const state = { sent: false };
    try {
      if (clients === undefined) throw new Error('The request does not say where to ask.');
      return await inTime(run(clients.getReminderManagementServiceClient(), errand, place, state), place.limit);
    } catch (error) {
      return cameOf(error, state.sent, place.granted);
    }
  };

/** `state.sent` turns true when a change is on its way. */
async function run(client: Client, errand: Errand, place: Place, state: { sent: boolean }): Promise<Came> {
  const { mine, others } = await listed(client);
  const done: Came = { came: 'done', ...(mine && { was: mine.minute }) };
  switch (errand.errand) {
    case 'find':
      return done;
    case 'stop':
      state.sent = true;
      await removed(client, [...(mine ? [mine.token] : []), ...others]);
      return done;
    case 'set':
      if (mine?.minute !== errand.minute) {
        const request = await requestFor(errand.minute, place);
        state.sent = true;
        await (mine ? client.updateReminder(mine.token, request) : client.createReminder(request));
      }
      await removed(client, mine ? others : (await listed(client)).others);
      return done;
  }
}

const list = v.object({
  alerts: v.optional(
    v.array(
      v.object({
        alertToken: v.string(),
        status: v.optional(v.string()),
        trigger: v.optional(
          v.object({ recurrence: v.optional(v.object({ recurrenceRules: v.optional(v.array(v.string()), []) })) }),
        ),
      }),
    ),
    [],
  ),
});

interface Listed {
  /** The daily reminder, when there is one. */
  readonly mine: { readonly token: string; readonly minute: Minute } | undefined;
  /** Tokens of what should not be there: a second one, or one that is not daily. */
  readonly others: readonly string[];
}

/** The reminders of this skill: the service shows it no others. In an order that everybody who looks agrees on. */
async function listed(client: Client): Promise<Listed> {
  const { alerts } = v.parse(list, await client.getReminders());
  const active = alerts
    .filter(({ status }) => status !== 'COMPLETED')
    .sort((a, b) => (a.alertToken < b.alertToken ? -1 : 1))
    .map(({ alertToken: token, trigger }) => ({ token, minute: dailyAt(trigger?.recurrence?.recurrenceRules ?? []) }));
  const mine = active.flatMap(({ token, minute }) => (minute === undefined ? [] : [{ token, minute }]))[0];
  return { mine, others: active.map(({ token }) => token).filter((token) => token !== mine?.token) };
}

const ruleFor = (minute: Minute): string =>
  `FREQ=DAILY;BYHOUR=${Math.floor(minute / 60)};BYMINUTE=${minute % 60};BYSECOND=0;INTERVAL=1;`;

/** The time of a daily rule. */
function dailyAt(rules: readonly string[]): Minute | undefined {
  const [rule] = rules;
  if (rule === undefined || !/\bFREQ=DAILY\b/.test(rule)) return undefined;
  const [hour, minute] = [/\bBYHOUR=(\d+)/.exec(rule)?.[1], /\bBYMINUTE=(\d+)/.exec(rule)?.[1]];
  return hour === undefined ? undefined : Number(hour) * 60 + Number(minute ?? 0);
}

/** A daily reminder by the listener's clock. Without a known zone, Alexa goes by the clock of the device. */
async function requestFor(minute: Minute, place: Place): Promise<services.reminderManagement.ReminderRequest> {
  const zone = await place.zone();
  const first = zone ? nextAt(minute, place.now, zone) : tomorrowAt(minute, place.now, place.usualZone);
  return {
    requestTime: new Date(place.now).toISOString(),
    trigger: {
      type: 'SCHEDULED_ABSOLUTE',
      scheduledTime: first,
      ...(zone && { timeZoneId: zone }),
      recurrence: { startDateTime: first, recurrenceRules: [ruleFor(minute)] },
    },
    alertInfo: { spokenInfo: { content: [{ locale: place.locale, text: REMINDER }] } },
    pushNotification: { status: 'ENABLED' },
  };
}

/** Deletes reminders; one that is gone already is as good as deleted. */
async function removed(client: Client, tokens: readonly string[]): Promise<void> {
  for (const token of tokens) {
    await client.deleteReminder(token).catch((error: unknown) => {
      if (statusOf(error) !== 404) throw error;
    });
  }
}

/** What a failure means. 401: the permission is missing. 403, with the permission given: the device takes no reminders. */
function cameOf(error: unknown, sent: boolean, granted: boolean): Came {
  const status = statusOf(error);
  if (status === 401 || (status === 403 && !granted)) return { came: 'refused' };
  return status === 403 ? { came: 'unsupported' } : { came: 'no-answer', sent: sent && (status ?? 500) >= 500 };
}

const statusOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
