import { DefaultApiClient } from 'ask-sdk-core';
import { services as alexa } from 'ask-sdk-model';
import { remindersOf } from '../../lambda/alexa/reminders';
import type { Heard } from '../../lambda/coach/heard';
import type { Learner } from '../../lambda/coach/learner';
import type { RunErrand } from '../../lambda/ports/reminders';
import { takeTurn } from '../../lambda/turn/turn';
import { openServices, type Services } from '../../simulator/services';
import { BANK, NOON } from '../coach/fixtures';
import { type Bench, benchOn, inMemory } from '../contracts/engine';
import { dayAt, down, FULL, type Household, hash, household, LAUNCH, ONE } from './household';

let bench: Bench;
let services: Services;
beforeAll(async () => {
  bench = await benchOn(await inMemory());
  services = await openServices('UTC', () => NOON);
  services.allowReminders(true);
});
afterAll(async () => {
  await services.close();
  await bench.close();
});

const real: RunErrand = (errand) =>
  remindersOf(
    new alexa.ServiceClientFactory({
      apiClient: new DefaultApiClient(),
      apiEndpoint: services.endpoint,
      authorizationValue: services.token,
    }),
    {
      now: NOON,
      locale: 'en-US',
      zone: async () => 'UTC',
      usualZone: 'UTC',
      granted: true,
      limit: AbortSignal.timeout(5_000),
    },
  )(errand);

/** A turn of a request with this number, with an errand that is counted. */
async function turn(home: Household, learner: Learner, heard: Heard, number: number) {
  let runs = 0;
  const run: RunErrand = (errand) => {
    runs += 1;
    return real(errand);
  };
  const time = { now: home.now * 1000, today: dayAt(home.now) };
  const c = { ...time, key: hash(number), session: hash(1), bank: BANK, whose: 'household' as const };
  const reply = await takeTurn({ who: home.who, heard, learner, c, run }, { store: () => bench.store, bank: BANK });
  return { reply, runs };
}

test('a turn that is decided twice, because it has results to save first, runs its errand once', async () => {
  const home = household(bench);
  const device = home.device();
  await device.hears(LAUNCH, ONE);
  await device.say(FULL, down);
  expect(device.learner().unsaved).toHaveLength(1);

  const { reply, runs } = await turn(home, device.learner(), { kind: 'when-reminded' }, 900_001);
  expect(reply.say).toContainEqual({ act: 'reminds-never' });
  expect(reply.learner.unsaved).toEqual([]);
  expect(runs).toBe(1);
  expect((await home.kept())?.cards).toHaveLength(1);
});

test('the yes that is delivered twice sets one reminder, and says so both times', async () => {
  const home = household(bench);
  const device = home.device();
  const { reply } = await device.hears(LAUNCH, ONE);
  const from = reply.learner.stage;
  if (from.at !== 'asking') throw new Error(`The stage is ${from.at}.`);
  const learner: Learner = {
    ...device.learner(),
    stage: { at: 'reminding', from, open: { is: 'yes', minute: 1140 } },
  };
  const both = await Promise.all([1, 2].map(() => turn(home, learner, { kind: 'yes' }, 900_002)));
  for (const { reply } of both) expect(reply.say).toEqual([{ act: 'reminder-set', minute: 1140 }]);
  expect(services.reminders()).toHaveLength(1);
});

test('where there are no reminders, nobody answers', async () => {
  const home = household(bench);
  const device = home.device();
  await device.hears(LAUNCH, ONE);
  expect((await device.say({ kind: 'when-reminded' })).reply.say).toEqual([{ act: 'reminders-away', sent: false }]);
});
