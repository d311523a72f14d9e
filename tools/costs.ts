import { ALARM_METRICS, CUSTOM_METRICS, MEMORY_MB } from '../infra/sizing';

/** What a session does, as far as it costs anything. Measured where the project can measure it; the rest is assumed, and said to be. */
const SESSION = {
  turns: 10,
  secondsPerTurn: 0.1,
  readUnits: 1,
  writes: 6,
  unitsPerWrite: 2,
  /** Lambda's three lines about each turn and our own one. */
  logBytesPerTurn: 1_500,
  /** One session in ten listens to a minute of quiet. */
  audioFiles: 0.1,
  audioBytes: 360_000,
  /** Each person comes ten times a month and leaves 3 KB of progress. */
  keptBytes: 300,
} as const;

/** Does not depend on use. */
const DASHBOARDS = 1;
const SECRETS = 1;

interface Price {
  readonly item: string;
  /** How much of it a month takes, in the unit that is priced. */
  readonly amount: (sessions: number) => number;
  /** US dollars a unit. */
  readonly each: number;
  /** Units a month that every account has free of charge, for ever. */
  readonly free: number;
}

const perMillion = (dollars: number): number => dollars / 1e6;
const GB = 1e9;

/** Public prices of us-east-1 on demand, as known in November 2026. */
export const PRICES: readonly Price[] = [
  { item: 'Lambda, requests', amount: (n) => n * SESSION.turns, each: perMillion(0.2), free: 1e6 },
  {
    item: 'Lambda, GB-seconds on arm64',
    amount: (n) => n * SESSION.turns * SESSION.secondsPerTurn * (MEMORY_MB / 1024),
    each: 0.0000133334,
    free: 400_000,
  },
  { item: 'DynamoDB, reads', amount: (n) => n * SESSION.readUnits, each: perMillion(0.125), free: 0 },
  {
    item: 'DynamoDB, writes',
    amount: (n) => n * SESSION.writes * SESSION.unitsPerWrite,
    each: perMillion(0.625),
    free: 0,
  },
  { item: 'DynamoDB, storage', amount: (n) => (n * SESSION.keptBytes) / GB, each: 0.25, free: 25 },
  { item: 'DynamoDB, point-in-time recovery', amount: (n) => (n * SESSION.keptBytes) / GB, each: 0.2, free: 0 },
  {
    item: 'CloudWatch, logs taken in',
    amount: (n) => (n * SESSION.turns * SESSION.logBytesPerTurn) / GB,
    each: 0.5,
    free: 5,
  },
  { item: 'CloudWatch, metrics', amount: () => CUSTOM_METRICS, each: 0.3, free: 10 },
  { item: 'CloudWatch, metrics in alarms', amount: () => ALARM_METRICS, each: 0.1, free: 10 },
  { item: 'CloudWatch, dashboard', amount: () => DASHBOARDS, each: 3, free: 3 },
  {
    item: 'CloudFront, GB to listeners',
    amount: (n) => (n * SESSION.audioFiles * SESSION.audioBytes) / GB,
    each: 0.085,
    free: 1_000,
  },
  { item: 'Secrets Manager, when the stack makes the skill', amount: () => SECRETS, each: 0.4, free: 0 },
];

export const SESSIONS_A_MONTH = [100, 10_000, 1_000_000] as const;

/** US dollars for a month with so many sessions; `free` takes off what every account has free of charge. */
export const monthly = (
  sessions: number,
  prices: readonly Price[] = PRICES,
  { free }: { readonly free: boolean } = { free: false },
): number =>
  prices.reduce((sum, price) => sum + Math.max(0, price.amount(sessions) - (free ? price.free : 0)) * price.each, 0);

/** The table of costs in Markdown, with a row for each thing that is paid for. */
export function costTable(): string {
  const row = (name: string, dollars: (sessions: number) => string): string =>
    `| ${[name, ...SESSIONS_A_MONTH.map(dollars)].join(' | ')} |`;
  return [
    row('US dollars a month, by sessions', (n) => n.toLocaleString('en-US')),
    `| --- |${' ---: |'.repeat(SESSIONS_A_MONTH.length)}`,
    ...PRICES.map((price) => row(price.item, (n) => shown(monthly(n, [price])))),
    row('**At list price**', (n) => `**${shown(monthly(n))}**`),
    row('**Less what is always free**', (n) => `**${shown(monthly(n, PRICES, { free: true }))}**`),
  ].join('\n');
}

const shown = (dollars: number): string => (dollars > 0 && dollars < 0.005 ? '< 0.01' : dollars.toFixed(2));

if (require.main === module) console.log(costTable());
