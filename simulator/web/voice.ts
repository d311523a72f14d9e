import { spawn, spawnSync } from 'node:child_process';

/** Words as sound: the bytes of a WAV file. Rejects when the program fails. */
export type Voice = (words: string) => Promise<Buffer>;

const PROGRAMS = ['espeak-ng', 'espeak'];
const LANGUAGE = 'en-us';

/** The first program of this machine that can write speech down, if any. */
export function recordedVoice(): Voice | undefined {
  const program = PROGRAMS.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0);
  return program === undefined ? undefined : (words) => recorded(program, words);
}

/** The words go in by standard input, so that none of them can be taken for an option. */
function recorded(program: string, words: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, ['-v', LANGUAGE, '--stdin', '--stdout'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const bytes: Buffer[] = [];
    child.stdout.on('data', (some: Buffer) => bytes.push(some));
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(bytes));
      else reject(new Error(`${program} ended with code ${code}.`));
    });
    child.stdin.end(words);
  });
}
