import { parseArgs } from 'node:util';
import { messageOf } from '../told';

/** What the command line asks for. */
export interface Options {
  readonly script?: string;
  readonly json: boolean;
  readonly memory: boolean;
  readonly data?: string;
  readonly user: string;
  readonly locale: string;
  /** Milliseconds since 1970. */
  readonly now?: number;
  readonly screen: boolean;
  readonly speak: boolean;
  readonly help: boolean;
}

/** Something that the person at the keyboard can put right. The message is the whole story. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const FORM = {
  script: { type: 'string' },
  json: { type: 'boolean', default: false },
  memory: { type: 'boolean', default: false },
  data: { type: 'string' },
  user: { type: 'string', default: 'listener' },
  locale: { type: 'string', default: 'en-US' },
  now: { type: 'string' },
  screen: { type: 'boolean', default: false },
  speak: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export const USAGE = `A smart speaker in the terminal.

  npm start                                    talk by typing
  npm run --silent start -- --script FILE      play a conversation; - reads it from standard input

  --script FILE   one utterance a line, as spoken; # begins a comment; controls stand in brackets (/help lists them)
  --json          print one JSON object for each turn, and nothing else
  --data DIR      keep progress in this folder (.data)
  --memory        keep nothing
  --user ID       whose household it is (listener)
  --locale CODE   which English the speaker hears (en-US)
  --now TIME      start the clock here and fix chance: 2026-03-02T09:00:00Z
  --screen        a speaker with a screen
  --speak         say the answers aloud, where espeak-ng or say is installed
  --help          this page`;

/** Reads the command line. Throws `UsageError` with one sentence. */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parsed(args);
  if (values.memory && values.data !== undefined) {
    throw new UsageError('--memory keeps nothing and --data names a folder to keep things in: choose one.');
  }
  const now = values.now === undefined ? undefined : timeOf(values.now);
  const { script, data, json, memory, screen, speak, help } = values;
  return {
    json,
    memory,
    screen,
    speak,
    help,
    user: filled('--user', values.user),
    locale: filled('--locale', values.locale),
    ...(script === undefined ? {} : { script: filled('--script', script) }),
    ...(data === undefined ? {} : { data: filled('--data', data) }),
    ...(now === undefined ? {} : { now }),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FORM, allowPositionals: false });
  } catch (error) {
    const message = messageOf(error).split(/\. |\n/)[0];
    throw new UsageError(`${message}. Run with --help to see what there is.`);
  }
}

/** The value of an option, which may not be blank. Throws `UsageError`. */
export function filled(option: string, value: string): string {
  if (value.trim() === '') throw new UsageError(`${option} needs a value.`);
  return value;
}

/** A time as an option gives it, in milliseconds since 1970. Throws `UsageError`. */
export function timeOf(text: string): number {
  const time = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(time)) throw new UsageError(`--now ${text} is not a time; write one like 2026-03-02T09:00:00Z.`);
  return time;
}
