import { type Counts, embedded } from './metrics';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What may be logged: names, numbers and truths about a turn. Never an id of a person, a token, or words that somebody said. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export type Log = (
  level: Exclude<LogLevel, 'silent'>,
  message: string,
  fields?: LogFields,
  /** Numbers that are metrics where the function is deployed. */
  counts?: Counts,
) => void;

export interface LogOptions {
  /** From here on lines are written; an unknown level counts as `info`. */
  readonly level: string | undefined;
  /** Which deployment this is. Without it no metrics are made of counts: on a laptop nobody reads them. */
  readonly stage?: string | undefined;
  readonly write: (line: string) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Writes one JSON object a line. A line that makes metrics is written from any level on but `silent`: alarms live on it. */
export function logFrom({ level, stage, write, now = Date.now }: LogOptions): Log {
  const from = isLevel(level) ? level : 'info';
  return (at, message, fields, counts) => {
    const metrics = counts && stage !== undefined && from !== 'silent' && embedded(stage, now(), counts);
    if (!metrics && LOG_LEVELS.indexOf(at) < LOG_LEVELS.indexOf(from)) return;
    write(JSON.stringify({ level: at, message, ...fields, ...counts, ...metrics }));
  };
}

const isLevel = (level: string | undefined): level is LogLevel => LOG_LEVELS.some((known) => known === level);
