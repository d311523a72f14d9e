import { DefaultApiClient } from 'ask-sdk-core';
import { services as alexa } from 'ask-sdk-model';
import { type Place, remindersOf } from '../../lambda/alexa/reminders';
import { openServices, type Services } from '../../simulator/services';

const NOW = Date.parse('2026-11-24T17:00:00Z');
/** Longer than a call on this machine takes, and shorter than a test may. */
const PATIENCE = 500;

let services: Services;
beforeEach(async () => {
  services = await openServices('America/Chicago', () => NOW);
  services.allowReminders(true);
});
afterEach(() => services.close());

const clients = () =>
  new alexa.ServiceClientFactory({
    apiClient: new DefaultApiClient(),
    apiEndpoint: services.endpoint,
    authorizationValue: services.token,
  });

/** The errands of one turn. */
const turn = (more: Partial<Place> = {}) =>
  remindersOf(clients(), {
    now: NOW,
    locale: 'en-US',
    zone: async () => 'America/Chicago',
    usualZone: 'America/New_York',
    granted: true,
    limit: AbortSignal.timeout(5_000),
    ...more,
  });

const find = { errand: 'find' } as const;
const stop = { errand: 'stop' } as const;
const at = (hour: number, minute = 0) => ({ errand: 'set', minute: hour * 60 + minute }) as const;
const rules = () => services.reminders().map(({ trigger }) => trigger.recurrence?.recurrenceRules.join());
const seven = 'FREQ=DAILY;BYHOUR=7;BYMINUTE=0;BYSECOND=0;INTERVAL=1;';

test('a reminder is made for every day, by the clock of the listener', async () => {
  expect(await turn()(at(7))).toEqual({ came: 'done' });
  expect(services.reminders()).toMatchObject([
    {
      trigger: {
        type: 'SCHEDULED_ABSOLUTE',
        scheduledTime: '2026-11-25T07:00:00.000',
        timeZoneId: 'America/Chicago',
        recurrence: { startDateTime: '2026-11-25T07:00:00.000', recurrenceRules: [seven] },
      },
      alertInfo: { spokenInfo: { content: [{ locale: 'en-US', text: 'Time for your daily practice.' }] } },
    },
  ]);
});

test.each<[string, string | undefined, number, string]>([
  ['later today', 'America/Chicago', 19, '2026-11-24T19:00:00.000'],
  ['at this very minute, tomorrow', 'America/Chicago', 11, '2026-11-25T11:00:00.000'],
  ['where it is tomorrow already', 'Asia/Tokyo', 3, '2026-11-25T03:00:00.000'],
  ['of a zone that nobody tells, tomorrow by the usual one', undefined, 19, '2026-11-25T19:00:00.000'],
])('the first is %s', async (_, zone, hour, first) => {
  await turn({ zone: async () => zone })(at(hour));
  const [reminder] = services.reminders();
  expect(reminder?.trigger).toMatchObject({ scheduledTime: first, recurrence: { startDateTime: first } });
  expect(reminder?.trigger.timeZoneId).toBe(zone);
});

test('setting it again is nothing new, and changes nothing', async () => {
  await turn()(at(7));
  const before = services.reminders();
  expect(await turn()(at(7))).toEqual({ came: 'done', was: 420 });
  expect(services.reminders()).toEqual(before);
});

test('another time replaces it', async () => {
  await turn()(at(7));
  expect(await turn()(at(18, 30))).toEqual({ came: 'done', was: 420 });
  expect(rules()).toEqual(['FREQ=DAILY;BYHOUR=18;BYMINUTE=30;BYSECOND=0;INTERVAL=1;']);
  expect(await turn()(find)).toEqual({ came: 'done', was: 1110 });
});

test('a request that comes twice at once makes one reminder', async () => {
  await Promise.all([turn()(at(7)), turn()(at(7))]);
  expect(rules()).toEqual([seven]);
});

test('whatever is too much goes', async () => {
  const client = clients().getReminderManagementServiceClient();
  const more = (trigger: alexa.reminderManagement.Trigger) =>
    client.createReminder({ trigger, alertInfo: { spokenInfo: { content: [{ locale: 'en-US', text: 'Hello.' }] } } });
  const once = { type: 'SCHEDULED_ABSOLUTE', scheduledTime: '2026-11-25T09:00:00.000' } as const;
  await more(once);
  await more({ ...once, recurrence: { recurrenceRules: ['FREQ=DAILY;BYHOUR=9'] } });
  await more({ ...once, recurrence: { recurrenceRules: ['FREQ=WEEKLY;BYDAY=MO;BYHOUR=9'] } });
  await more({ ...once, recurrence: { recurrenceRules: ['FREQ=DAILY;BYHOUR=21;BYMINUTE=15'] } });
  await turn()(at(7));
  expect(rules()).toEqual([seven]);
});

test('stopped, there is none, and stopping again finds none', async () => {
  await turn()(at(7));
  expect(await turn()(stop)).toEqual({ came: 'done', was: 420 });
  expect(services.reminders()).toEqual([]);
  expect(await turn()(stop)).toEqual({ came: 'done' });
  expect(await turn()(find)).toEqual({ came: 'done' });
});

test.each([find, stop, at(7)])('without the permission, %j is refused', async (errand) => {
  services.allowReminders(false);
  expect(await turn({ granted: false })(errand)).toEqual({ came: 'refused' });
});

test('a device that takes no reminders is told from a missing permission by what the request says', async () => {
  services.setTrouble('unsupported');
  expect(await turn()(at(7))).toEqual({ came: 'unsupported' });
  expect(await turn({ granted: false })(at(7))).toEqual({ came: 'refused' });
});

test.each([find, stop, at(7)])('down, nobody answers %j', async (errand) => {
  services.setUp('reminders', false);
  expect(await turn()(errand)).toEqual({ came: 'no-answer', sent: false });
});

test('silent, it is given up when the time of the turn is over', async () => {
  services.setTrouble('slow');
  expect(await turn({ limit: AbortSignal.timeout(PATIENCE) })(find)).toEqual({ came: 'no-answer', sent: false });
});

test('silent after a change was sent, nobody knows whether it was made', async () => {
  const zone = async () => {
    services.setTrouble('slow');
    return undefined;
  };
  expect(await turn({ zone, limit: AbortSignal.timeout(PATIENCE) })(at(7))).toEqual({ came: 'no-answer', sent: true });
});

test('a request that does not say where to ask is answered by nobody', async () => {
  const place = { now: NOW, locale: 'en-US', zone: async () => undefined, usualZone: 'UTC', granted: true };
  const run = remindersOf(undefined, { ...place, limit: AbortSignal.timeout(PATIENCE) });
  expect(await run(find)).toEqual({ came: 'no-answer', sent: false });
});
