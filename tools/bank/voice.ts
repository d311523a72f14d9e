import { spawnSync } from 'node:child_process';

interface Program {
  readonly name: string;
  /** Arguments that make it do nothing, to see whether it is there. */
  readonly probe: readonly string[];
  /** Arguments that make it read standard input. */
  readonly reads: readonly string[];
}

const PROGRAMS: readonly Program[] = [
  { name: 'espeak-ng', probe: ['--version'], reads: ['--stdin'] },
  { name: 'say', probe: ['-v', '?'], reads: ['-f', '-'] },
];

/** What to install where there is no voice. */
export const VOICE_MISSING = 'No voice was found: install the Debian package espeak-ng (on a Mac, say is there).';

/** Says a text aloud and waits until it is said; `undefined` where this machine has no voice. */
export function findVoice(): ((text: string) => void) | undefined {
  const program = PROGRAMS.find(({ name, probe }) => runs(name, probe));
  return program && ((text) => void spawnSync(program.name, [...program.reads], { input: text }));
}

/** True if this machine has a program that can be run. */
export const runs = (name: string, probe: readonly string[]): boolean =>
  spawnSync(name, [...probe], { stdio: 'ignore' }).status === 0;
