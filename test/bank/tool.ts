import { run } from '../../tools/bank/cli';
import type { ExitCode } from '../../tools/bank/command';

export interface Printed {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs `npm run bank -- ARGS` in this process, on a day in November 2026, with nobody at the keyboard. */
export function bankTool(...args: readonly string[]): Printed {
  const lines: { out: string[]; err: string[] } = { out: [], err: [] };
  const code = run(args, {
    out: (text) => void lines.out.push(text),
    err: (text) => void lines.err.push(text),
    ask: () => undefined,
    colour: false,
    today: new Date('2026-11-24'),
  });
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') };
}
