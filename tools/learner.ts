/** Shows in clear what is kept of learners: `npm run learner -- --help`. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { partitionOf } from '../lambda/adapters/dynamo/hashing';
import type { Item } from '../lambda/adapters/dynamo/items';
import { keptOf } from '../lambda/adapters/dynamo/read';
import type { Card, Day } from '../lambda/coach/card';
import type { KeptField } from '../lambda/coach/kept';
import { NewerSchemaError } from '../lambda/ports/store';
import { openEmbedded } from '../simulator/store/embedded';
import { EmbeddedStoreError } from '../simulator/store/folder';
import { ROOT } from './paths';

const HELP = `Shows in clear what the simulator keeps of its learners.

  npm run --silent learner -- show [--data DIR] [--user ID]

  --data DIR   the simulator's data folder (.data)
  --user ID    only this household, named as the simulator's --user or by a whole userId (amzn1...)
  --help       this text`;

/** What was asked for cannot be done, and why, in words for the person at the keyboard. */
class LearnerError extends Error {}

/** Gives the lines to print. Throws a `LearnerError` or `EmbeddedStoreError` when they cannot be had. */
export async function learner(args: readonly string[]): Promise<readonly string[]> {
  const { values, positionals } = optionsOf(args);
  if (values.help) return [HELP];
  if (positionals.join(' ') !== 'show') {
    throw new LearnerError(
      `"${positionals.join(' ')}" is nothing that can be done; "show" is. Run with --help to see how.`,
    );
  }
  const dir = values.data === undefined ? join(ROOT, '.data') : fromHere(values.data);
  if (!existsSync(join(dir, 'progress'))) return [`Nothing is kept in ${dir} yet.`];
  const pk = values.user === undefined ? undefined : partitionOf(userIdOf(values.user));
  const learners = byLearner((await itemsIn(dir)).filter((item) => pk === undefined || item.pk?.S === pk));
  if (learners.size === 0) return [`Nothing is kept of ${values.user ?? 'anybody'} in ${dir}.`];
  return [...learners]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, items]) => [...describe(name, items), ''])
    .slice(0, -1);
}

function optionsOf(args: readonly string[]) {
  try {
    const options = {
      data: { type: 'string' },
      user: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new LearnerError(`${error instanceof Error ? error.message : error} Run with --help for the options.`);
  }
}

/** npm runs scripts in the project's folder; a path is meant from where the person stands. */
const fromHere = (path: string): string =>
  resolve((process.env.npm_lifecycle_event === 'learner' ? process.env.INIT_CWD : undefined) ?? '.', path);

const userIdOf = (user: string): string => (user.startsWith('amzn1.') ? user : `amzn1.ask.account.${user}`);

async function itemsIn(dir: string): Promise<readonly Item[]> {
  const { endpoint, table, env, close } = await openEmbedded({ dir });
  const credentials = { accessKeyId: env.AWS_ACCESS_KEY_ID ?? '', secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '' };
  const client = new DynamoDBClient({ endpoint, region: env.AWS_REGION ?? '', credentials });
  try {
    const items: Item[] = [];
    for await (const page of paginateScan({ client }, { TableName: table })) items.push(...(page.Items ?? []));
    return items;
  } finally {
    client.destroy();
    await close();
  }
}

/** Items by the household's hash and who of it. */
function byLearner(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const learners = new Map<string, Item[]>();
  for (const item of items) {
    const [who = ''] = (item.sk?.S ?? '').split('#');
    const name = `${item.pk?.S?.slice(0, 12)} ${who === 'household' ? who : `person ${who.slice(0, 12)}`}`;
    learners.set(name, [...(learners.get(name) ?? []), item]);
  }
  return learners;
}

function describe(name: string, items: readonly Item[]): readonly string[] {
  try {
    // At the beginning of time nothing has expired.
    const { me, fields, leftovers } = keptOf(items, 0);
    return [
      name,
      me
        ? `  practises ${me.field}, ${me.setting === undefined ? '' : `applies at ${me.setting}, `}speed ${me.rate}, opened ${me.launches} times (counted up to 3), epoch ${me.epoch}`
        : '  has not begun, or was deleted',
      ...(me?.zone ? [`  lives by the clock of ${me.zone}`] : []),
      ...(me?.streak ? [`  practised ${me.streak.length} days in a row, last on ${dateOf(me.streak.day)}`] : []),
      ...Object.entries(fields).flatMap(([field, kept]) => describeField(field, kept)),
      ...(leftovers ? ['  and leftovers of a learner who was deleted, to be swept at the next launch'] : []),
    ];
  } catch (error) {
    if (error instanceof NewerSchemaError) return [name, `  cannot be shown. ${error.message}`];
    throw error;
  }
}

function describeField(field: string, { version, at, reset, cards, loose, open, seen }: KeptField): readonly string[] {
  return [
    `  ${field}: version ${version}, written ${timeOf(at)}, ${cards.length} cards (${loose} written loose)`,
    ...(reset ? [`    reset by request ${reset}`] : []),
    ...(cards.length > 0 ? [`    ${COLUMNS.map(([title]) => title).join('  ')}`, ...cards.map(row)] : []),
    ...(open
      ? [
          `    open: question ${open.question} since ${timeOf(open.at)}, ${open.begun ? `points heard: ${bits(open.heard)}` : 'no answer yet'}${open.flagged ? ', with a red flag' : ''}, held by session ${open.holder}`,
        ]
      : []),
    `    requests seen: ${seen.join(' ')}`,
  ];
}

const COLUMNS: readonly (readonly [title: string, of: (card: Card) => string])[] = [
  ['question', ({ question }) => String(question)],
  ['       due', ({ due }) => dateOf(due)],
  ['      last', ({ last }) => dateOf(last)],
  ['attempts', ({ attempts }) => String(attempts)],
  ['lapses', ({ lapses }) => String(lapses)],
  ['best', ({ best }) => `${best}%`],
  ['stability', ({ stability }) => `${stability.toFixed(2)}d`],
  ['difficulty', ({ difficulty }) => difficulty.toFixed(2)],
  ['not said', ({ missed }) => bits(missed)],
];

const row = (card: Card): string => `    ${COLUMNS.map(([title, of]) => of(card).padStart(title.length)).join('  ')}`;

/** The numbers of key points whose bits are set, counted from 1. */
const bits = (set: number): string =>
  Array.from({ length: 8 }, (_, i) => (set & (1 << i) ? [i + 1] : []))
    .flat()
    .join(',') || '-';

const dateOf = (day: Day): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

const timeOf = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;

async function main(): Promise<void> {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  try {
    process.stdout.write(`${(await learner(process.argv.slice(2))).join('\n')}\n`);
  } catch (error) {
    if (!(error instanceof LearnerError || error instanceof EmbeddedStoreError)) throw error;
    process.stderr.write(`learner: ${error.message}\n`);
    process.exitCode = 2;
  }
}

if (require.main === module) void main();
