import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoStore } from '../../lambda/adapters/dynamo/store';
import { userIdOf } from '../bench/envelopes';
import { quantile } from '../bench/figures';
import { LAMBDA_DIST } from '../paths';
import { type Handler, type Life, newLife, session } from './learner';

export interface Load {
  readonly learners: number;
  readonly sessions: number;
  /** Requests that are under way together. All learners have a session open; between turns, they think. */
  readonly inFlight: number;
  /** Every so many learners talk to two devices at once. */
  readonly twoDevices: number;
}

export interface Outcome {
  readonly turns: number;
  readonly graded: number;
  /** Answers whose listener was told that they may not be kept, and whose session ended before they could be. */
  readonly carried: number;
  /** Whatever is not as it should be, one sentence each. */
  readonly problems: readonly string[];
  readonly seconds: number;
  /** Milliseconds of a turn. */
  readonly p50: number;
  readonly p99: number;
}

const ONE_DAY = 24 * 3_600_000;

/**
 * Has many learners practise at once, through the built function on the database that `env` leads to, and compares what was graded with
 * what is kept. `progress` hears of every session that is over.
 */
export async function load(wanted: Load, env: Readonly<Record<string, string>>, progress = () => {}): Promise<Outcome> {
  Object.assign(process.env, env, { LOG_LEVEL: 'silent' });
  const { handler }: { handler: Handler } = await import(join(LAMBDA_DIST, 'index.js'));
  const times: number[] = [];
  const send = limited(timed(handler, times), wanted.inFlight);
  const lives = Array.from({ length: wanted.learners }, (_, i) => newLife(`load-${i}`));
  const started = performance.now();
  await Promise.all(
    lives.map(async (life, i) => {
      for (let n = 0; n < wanted.sessions; n++) {
        await sessionsAtOnce(life, n, (i + 1) % wanted.twoDevices === 0 ? 2 : 1, send);
        progress();
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  return {
    turns: times.length,
    graded: sum(lives.map(ratedBy)),
    carried: sum(lives.map(({ carried }) => carried)),
    problems: await problemsOf(lives, env, wanted.sessions),
    seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

/** Sessions of one person that begin in the same moment, one a device, and go on beside each other. */
async function sessionsAtOnce(life: Life, n: number, devices: number, send: Handler): Promise<void> {
  const now = START + n * ONE_DAY;
  const each = Array.from({ length: devices }, (_, d) => session(life, `${life.user}-${n}-${d}`, now, send));
  await Promise.all(each);
}

const START = Date.UTC(2026, 10, 24, 12);

const timed =
  (handler: Handler, times: number[]): Handler =>
  async (event) => {
    const began = performance.now();
    const response = await handler(event);
    times.push(performance.now() - began);
    return response;
  };

/** So many at a time, first come, first served. */
function limited(send: Handler, most: number): Handler {
  let under = 0;
  const waiting: (() => void)[] = [];
  return async (event) => {
    if (under >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else under += 1;
    try {
      return await send(event);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else under -= 1;
    }
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const ratedBy = ({ rated }: Life): number => rated.size;

/** Compares what everybody was told with what the table holds. */
async function problemsOf(
  lives: readonly Life[],
  env: Readonly<Record<string, string>>,
  sessions: number,
): Promise<readonly string[]> {
  const credentials = { accessKeyId: 'load', secretAccessKey: 'load' };
  const client = new DynamoDBClient({
    endpoint: env.AWS_ENDPOINT_URL_DYNAMODB ?? '',
    region: 'us-east-1',
    credentials,
  });
  const store = dynamoStore({ client, table: env.PROGRESS_TABLE ?? '' });
  const now = (START + sessions * ONE_DAY) / 1000;
  try {
    const problems: string[] = [];
    for (const life of lives) {
      const { fields } = await store.load({ household: userIdOf(life.user) }, now);
      const cards = Object.values(fields).flatMap((field) => field.cards);
      const kept = new Map(cards.map(({ question, attempts }) => [question, attempts]));
      problems.push(...differences(life, kept), ...life.mixed.map((word) => `${life.user} heard "${word}".`));
    }
    return problems;
  } finally {
    client.destroy();
  }
}

function differences(life: Life, kept: ReadonlyMap<number, number>): readonly string[] {
  const [rated, touched] = [daysOf(life.rated), daysOf(new Set([...life.rated, ...life.begun]))];
  let left = life.carried;
  return [...new Set([...touched.keys(), ...kept.keys()])].flatMap((question) => {
    const is = kept.get(question) ?? 0;
    const [least, most] = [rated.get(question) ?? 0, touched.get(question) ?? 0];
    // What a session ended with, unsaved, is lost, and its listener was told so.
    const lost = Math.min(left, Math.max(0, least - is));
    left -= lost;
    if (is + lost >= least && is <= most) return [];
    return [`${life.user}, question ${question}: answered on ${most} days and rated on ${least}, kept ${is} times.`];
  });
}

/** On how many days each question is among them. */
function daysOf(notes: ReadonlySet<string>): ReadonlyMap<number, number> {
  const days = new Map<number, number>();
  for (const note of notes) {
    const question = Number.parseInt(note, 10);
    days.set(question, (days.get(question) ?? 0) + 1);
  }
  return days;
}
