import { createInterface } from 'node:readline';
import { CONTROLS } from '../script';
import type { Model } from '../understanding/model';

/** Lines as they are typed, one at a time. */
export interface Keyboard {
  /** The next line; `undefined` when there will be none. */
  readonly next: () => Promise<string | undefined>;
  /** Until the promise settles, Enter calls `skip`; a line with words is kept for later. */
  readonly during: (work: Promise<void>, skip: () => void) => Promise<void>;
  readonly history: () => readonly string[];
  readonly close: () => void;
}

/** Lines from standard input: with a prompt, history and completion on a terminal, bare from a pipe. */
export function keyboard(terminal: boolean, history: readonly string[], hints: readonly string[]): Keyboard {
  const waiting: string[] = [];
  let typed = [...history];
  let taker: ((line: string | undefined) => void) | undefined;
  let skip: (() => void) | undefined;
  let ended = false;
  const lines = createInterface({
    input: process.stdin,
    ...(terminal ? { output: process.stdout } : {}),
    terminal,
    prompt: '> ',
    history: [...history].reverse(),
    historySize: 500,
    removeHistoryDuplicates: true,
    completer: (line: string) => [hints.filter((hint) => hint.startsWith(line)), line],
  });
  const give = (line: string | undefined) => {
    const take = taker;
    taker = undefined;
    if (take !== undefined) take(line);
    else if (line !== undefined) waiting.push(line);
  };
  lines.on('line', (line) => {
    if (terminal && skip !== undefined) {
      skip();
      if (line.trim() === '') return;
    }
    give(line);
  });
  lines.on('history', (newestFirst: string[]) => {
    typed = [...newestFirst].reverse();
  });
  lines.on('SIGINT', () => lines.close());
  lines.on('close', () => {
    ended = true;
    give(undefined);
  });
  return {
    next: () => {
      const line = waiting.shift();
      if (line !== undefined || ended) return Promise.resolve(line);
      if (terminal) lines.prompt();
      return new Promise((resolve) => {
        taker = resolve;
      });
    },
    during: async (work, whenSkipped) => {
      skip = whenSkipped;
      try {
        await work;
      } finally {
        skip = undefined;
      }
    },
    history: () => typed,
    close: () => lines.close(),
  };
}

/** What Tab completes: commands, controls, the launch, intents by name, and every sample without slots. */
export function hintsFrom(model: Model): readonly string[] {
  const samples = [...model.intents.values()].flatMap((intent) => intent.samples);
  return [
    `open ${model.invocationName}`,
    `ask ${model.invocationName} `,
    '/help',
    '/quit',
    ...[...model.intents.keys()].map((name) => `/intent ${name} `),
    ...CONTROLS.map((control) => control.replace(/ [^a-z].*$|[|].*$/, '')),
    ...samples.filter((sample) => !sample.includes('{')).sort(),
  ];
}
