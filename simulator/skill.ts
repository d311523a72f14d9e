import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Sent } from './envelope';

/** The skill behind the speaker. Rejects when the skill fails. */
export type Skill = (envelope: Sent) => Promise<unknown>;

/** Milliseconds after which Alexa gives up on a skill. */
export const PATIENCE = 8000;

const CONSOLE = ['debug', 'info', 'log', 'warn', 'error', 'trace'] as const;

/**
 * Loads a built handler and calls it as Lambda would: what crosses the border is JSON, and 8 seconds is all it gets.
 * Set the environment first: the handler reads it as it loads, once in a process.
 */
export function loadSkill(file: string): Skill {
  const path = resolve(file);
  const loaded: unknown = createRequire(path)(path);
  const handler = loaded !== null && typeof loaded === 'object' && 'handler' in loaded ? loaded.handler : undefined;
  if (typeof handler !== 'function') throw new Error(`${file} exports no handler.`);
  return async (envelope) => {
    const deadline = Date.now() + PATIENCE;
    const context = {
      functionName: 'interview-rehearsal',
      awsRequestId: envelope.request.requestId,
      getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    };
    const answer: unknown = await inTime(Promise.resolve(handler(overTheWire(envelope), context)));
    return overTheWire(answer);
  };
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE / 1000} seconds`)), PATIENCE);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What JSON leaves of a value; `null` for nothing. */
const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/**
 * Sends what is written to the console elsewhere, line by line: a skill's log must not mix with what the speaker says.
 * Returns what puts the console back.
 */
export function captureConsole(write: (line: string) => void): () => void {
  const before = CONSOLE.map((name) => [name, console[name]] as const);
  for (const name of CONSOLE) {
    console[name] = (...parts: readonly unknown[]) =>
      write(parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' '));
  }
  return () => {
    for (const [name, original] of before) console[name] = original;
  };
}
