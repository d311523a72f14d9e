import { type ChildProcess, spawn, spawnSync } from 'node:child_process';

/** Says words aloud and resolves when they are said. `hush` cuts them short. */
export interface Voice {
  readonly say: (text: string) => Promise<void>;
  readonly hush: () => void;
}

interface Program {
  readonly name: string;
  /** Arguments that make it read standard input. */
  readonly reads: readonly string[];
  /** Arguments that make it do nothing, to see whether it is there. */
  readonly probe: readonly string[];
}

const PROGRAMS: readonly Program[] = [
  { name: 'espeak-ng', reads: ['--stdin'], probe: ['--version'] },
  { name: 'say', reads: ['-f', '-'], probe: ['-v', '?'] },
  { name: 'espeak', reads: ['--stdin'], probe: ['--version'] },
];

/** The first speech program that this machine has, if any. */
export function findVoice(): Voice | undefined {
  const program = PROGRAMS.find(({ name, probe }) => spawnSync(name, probe, { stdio: 'ignore' }).status === 0);
  return program && voiceOf(program);
}

function voiceOf({ name, reads }: Program): Voice {
  let speaking: ChildProcess | undefined;
  return {
    say: (text) =>
      new Promise((resolve) => {
        const child = spawn(name, reads, { stdio: ['pipe', 'ignore', 'ignore'] });
        speaking = child;
        child.on('close', () => resolve());
        child.on('error', () => resolve());
        child.stdin.on('error', () => {});
        child.stdin.end(text);
      }),
    hush: () => {
      speaking?.kill();
    },
  };
}
