import { parseArgs } from 'node:util';
import { filled, timeOf, UsageError } from '../terminal/options';
import { messageOf } from '../told';

/** What the command line asks for. */
export interface WebOptions {
  /** 0: any that is free. */
  readonly port: number;
  readonly memory: boolean;
  readonly data?: string;
  readonly user: string;
  readonly locale: string;
  /** Milliseconds since 1970. */
  readonly now?: number;
  readonly help: boolean;
}

export const USAGE = `A smart speaker in the browser, with a screen if you like.

  npm run web     serves it on http://127.0.0.1:8080, to this machine alone

  --port N        another port; 0 takes one that is free
  --data DIR      keep progress in this folder (.data)
  --memory        keep nothing
  --user ID       whose household it is (listener)
  --locale CODE   which English the speaker hears (en-US)
  --now TIME      start the clock here and fix chance: 2026-03-02T09:00:00Z
  --help          this page

Options go behind two dashes: npm run web -- --port 9000`;

const FORM = {
  port: { type: 'string', default: '8080' },
  memory: { type: 'boolean', default: false },
  data: { type: 'string' },
  user: { type: 'string', default: 'listener' },
  locale: { type: 'string', default: 'en-US' },
  now: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the command line. Throws `UsageError` with one sentence. */
export function webOptions(args: readonly string[]): WebOptions {
  const { port, data, now, ...rest } = parsed(args);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UsageError(`--port ${port} is no port; write a number up to 65535.`);
  if (rest.memory && data !== undefined)
    throw new UsageError('--memory keeps nothing and --data names a folder to keep things in: choose one.');
  return {
    ...rest,
    port: Number(port),
    user: filled('--user', rest.user),
    locale: filled('--locale', rest.locale),
    ...(data !== undefined && { data: filled('--data', data) }),
    ...(now !== undefined && { now: timeOf(now) }),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FORM, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(`${messageOf(error).split(/\. |\n/)[0]}. Run with --help to see what there is.`);
  }
}
