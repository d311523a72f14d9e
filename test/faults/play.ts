import { setTimeout as sleep } from 'node:timers/promises';
import { fieldKey, meKey, partitionOf } from '../../lambda/adapters/dynamo/hashing';
import type { Who } from '../../lambda/ports/store';
import { ACTS, TROUBLE } from '../../lambda/speech/en';
import { START } from '../bundle/bundle';
import type { AlexaServices } from './alexa-services';
import { type Life, PARTS, type Part, type Say, sessionOf, type Turn } from './listener';
import type { FaultProxy } from './proxy';
import type { Scenario } from './scenarios';
import type { Hand } from './table-hand';

/** Everything that a scenario happens in. */
export interface Scene {
  readonly send: (event: unknown) => Promise<unknown>;
  readonly proxy: FaultProxy;
  readonly services: AlexaServices;
  /** The same database without the proxy. */
  readonly table: Hand;
}

/** What became of it. */
export interface Row {
  readonly scenario: Scenario;
  /** What is heard while it goes wrong, equal things once. */
  readonly hears: readonly string[];
  readonly slowestMs: number;
  /** The slowest turn while all is well. */
  readonly otherwiseMs: number;
  /** How often the answer that was graded in the session counts in the table. */
  readonly counted: number;
  /** How often the listener was told that something may not be kept. */
  readonly warned: number;
  /** In the next session they are known and hear of no trouble, and one answer more is kept. */
  readonly next: boolean;
}

const ORDER = ['opening', 'asking', 'answering', 'going on', 'leaving'] as const satisfies readonly Part[];
const DAY = 86_400_000;
const FIELD = 'records-technician';
const OTHER = 'archivist';
/** Requests that went on their way too late have arrived by then. */
const ARRIVED = 4_000;

/** Plays a scenario: a session before it, the one in which it happens, and the next. */
export async function play(scenario: Scenario, scene: Scene, serial: number): Promise<Row> {
  const { send, services, table } = scene;
  const user = `amzn1.ask.account.fault-${serial}`;
  const endpoint = services.endpoint(scenario.services ?? 'well');
  const life: Life = { user, send, apiEndpoint: endpoint, clock: START, requests: 0 };
  if (!scenario.isNew) await whole(sessionOf(life, `${user} before`));
  if (scenario.back === undefined) life.clock += DAY;
  await spoil(scenario, table, user);
  const before = await answersOf(table, life);
  await outgrow(scenario, table, user);
  const { turns, during } = await troubled(scenario, scene, life);
  await scene.proxy.plan(partitionOf(user), undefined);
  if (scenario.lateArrivals) await sleep(ARRIVED);
  await shrink(scenario, table, user);
  const after = await answersOf(table, life);
  life.clock += 3 * DAY;
  const next = await whole(sessionOf({ ...life, apiEndpoint: services.endpoint('well') }, `${user} next`));
  const more = (await answersOf(table, life)) - after;
  return {
    scenario,
    hears: [...new Set(during.map(said))],
    slowestMs: slowest(during),
    otherwiseMs: slowest([...turns.filter((turn) => !during.includes(turn)), ...next]),
    counted: after - before,
    warned: turns.filter(isWarning).length,
    next: more === 1 && next.every((turn) => said(turn) === USUAL) && !/^Welcome to/.test(next[0]?.speech ?? ''),
  };
}

const slowest = (turns: readonly Turn[]): number => Math.max(0, ...turns.map(({ ms }) => ms));

/** A whole session without trouble. */
async function whole(say: Say): Promise<readonly Turn[]> {
  const turns: Turn[] = [];
  for (const part of ORDER) for (const request of PARTS[part]) turns.push(await say(request));
  return turns;
}

/** The session in which it goes wrong: all its turns, and those while it does. */
async function troubled(scenario: Scenario, { proxy }: Scene, life: Life) {
  const turns: Turn[] = [];
  const during: Turn[] = [];
  const say = sessionOf(life, `${life.user} troubled`);
  const switched = async (on: boolean) => {
    if (scenario.refused) await proxy.setUp(!on);
    if (scenario.plan) proxy.plan(partitionOf(life.user), on ? scenario.plan : undefined);
    if (scenario.back !== undefined && on) life.clock -= scenario.back;
    if (scenario.elsewhere && on) await answersElsewhere(life);
  };
  if (scenario.when === 'the whole session') await switched(true);
  for (const part of ORDER) {
    const now = scenario.when === part || scenario.when === 'the whole session';
    if (scenario.when === part) await switched(true);
    for (const request of now ? (scenario.says ?? PARTS[part]) : PARTS[part]) {
      const turn = await say(request);
      turns.push(turn);
      if (now) during.push(turn);
    }
    if (scenario.when === part) await switched(false);
  }
  return { turns, during };
}

/** The same person begins a session on another device, answers a question there, and leaves. */
async function answersElsewhere(life: Life): Promise<void> {
  await whole(sessionOf(life, `${life.user} elsewhere`));
}

/** How many answers are kept of somebody. */
async function answersOf({ store }: Hand, { user, clock }: Life): Promise<number> {
  const { fields } = await store.load({ household: user }, Math.floor(clock / 1000));
  return Object.values(fields)
    .flatMap(({ cards }) => cards)
    .reduce((sum, { attempts }) => sum + attempts, 0);
}

const itemOf = async ({ items }: Hand, who: Who, field: string) =>
  (await items(who)).find(({ sk }) => sk?.S === fieldKey(who, field).sk);

/** Leaves garbage in the table. */
async function spoil({ found }: Scenario, table: Hand, household: string): Promise<void> {
  const who = { household };
  const field = await itemOf(table, who, FIELD);
  const junk = { B: Buffer.from('junk') };
  if (found === 'garbage in the cards')
    await table.put(fieldKey(who, FIELD), { ...field, loose: { L: [junk, { N: '7' }] }, seen: junk, open: { M: {} } });
  if (found === 'garbage for a learner') await table.put(meKey(who), { e: { L: [] }, launches: { S: 'many' } });
}

/** A newer version of the skill writes what this one does not understand. */
async function outgrow({ found }: Scenario, table: Hand, household: string): Promise<void> {
  if (found !== 'a newer version') return;
  const who = { household };
  await table.put(fieldKey(who, OTHER), { ...(await itemOf(table, who, FIELD)), schema: { N: '99' } });
}

/** The newer version takes back what it wrote. */
async function shrink({ found }: Scenario, table: Hand, household: string): Promise<void> {
  if (found !== 'a newer version') return;
  const who = { household };
  await table.put(fieldKey(who, OTHER), { ...(await itemOf(table, who, OTHER)), expiresAt: { N: '1' } });
}

const USUAL = 'the usual reply';
const VOICE = { key: '', today: 0, locale: 'en-US' };
const WARNINGS = [ACTS['not-saved']({ act: 'not-saved' }, VOICE), ACTS['newer-kept']({ act: 'newer-kept' }, VOICE)];
const FIXED = [...WARNINGS, TROUBLE.open, TROUBLE.closed, "I can't reach your reminders right now."];

const isWarning = ({ speech }: Turn): boolean => WARNINGS.some((warning) => speech.includes(warning));

/** What is heard, told apart by the sentences that speak of trouble. */
function said({ speech }: Turn): string {
  const fixed = FIXED.filter((sentence) => speech.includes(sentence)).map((sentence) => `“${sentence}”`);
  if (speech === '') return 'nothing';
  return fixed.length > 0 ? `${fixed.join(' ')} and then the usual` : USUAL;
}
