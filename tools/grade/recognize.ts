import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { codeOf } from '../bank/yaml-file';
import { GradeError } from './problem';

const run = promisify(execFile);

/** Speakers take turns, so that no single voice decides what recognition makes of a set. */
const VOICES = ['rms', 'slt', 'awb'] as const;
const PACKAGES = 'flite pocketsphinx pocketsphinx-en-us';

/**
 * Speaks each text with flite and gives what pocketsphinx makes of it, to `heard` as soon as it is there; several at once. Throws a
 * `GradeError` that names the Debian packages when the programs are not there.
 */
export async function recognizeAll(
  texts: readonly string[],
  heard: (index: number, text: string) => void,
): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'recognize-'));
  const waiting = texts.entries();
  const work = async (): Promise<void> => {
    for (const [i, text] of waiting) heard(i, await recognize(text, VOICES[i % VOICES.length] ?? 'rms', dir, i));
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, work));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function recognize(text: string, voice: string, dir: string, i: number): Promise<string> {
  const wav = join(dir, `${i}.wav`);
  await program('flite', ['-voice', voice, '-t', text, '-o', wav]);
  const heard = await program('pocketsphinx_continuous', ['-infile', wav, '-logfn', '/dev/null']);
  rmSync(wav);
  return heard.split(/\s+/).join(' ').trim();
}

async function program(name: string, args: readonly string[]): Promise<string> {
  try {
    return (await run(name, args)).stdout;
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw cause;
    throw new GradeError(`${name} is not installed. On Debian or Ubuntu: sudo apt-get install ${PACKAGES}`);
  }
}
