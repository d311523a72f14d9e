export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What may be logged: names, numbers and truths about a turn. Never an id of a person, a token, or words that somebody said. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export type Log = (level: Exclude<LogLevel, 'silent'>, message: string, fields?: LogFields) => void;

/** Writes one JSON object a line from a level on. An unknown level counts as `info`. */
export function logFrom(level: string | undefined, write: (line: string) => void): Log {
  const from = LOG_LEVELS.indexOf(isLevel(level) ? level : 'info');
  return (at, message, fields) => {
    if (LOG_LEVELS.indexOf(at) >= from) write(JSON.stringify({ level: at, message, ...fields }));
  };
}

const isLevel = (level: string | undefined): level is LogLevel => LOG_LEVELS.some((known) => known === level);
