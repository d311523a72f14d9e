import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../command';
import { progressBar } from '../progress-bar';

/** What can say a text into a file, each with its Debian package of the same name. */
export const VOICES = ['espeak-ng', 'flite'] as const;
export type VoiceName = (typeof VOICES)[number];

const RECOGNIZER = 'pocketsphinx_batch';
const MODEL = '/usr/share/pocketsphinx/model/en-us';
/** The recognizer's model listens to so many samples a second. */
const SAMPLES_A_SECOND = '16000';
/** Loading the model takes about as long as listening to one phrase; a few at a time let the progress be seen. */
const AT_ONCE = 6;

/** The Debian packages that this machine lacks for hearing what a voice says. */
export function missingPackages(voice: VoiceName): readonly string[] {
  return [
    ...(isThere(voice) ? [] : [voice]),
    ...(isThere('sox') ? [] : ['sox']),
    ...(isThere(RECOGNIZER) ? [] : ['pocketsphinx']),
    ...(existsSync(MODEL) ? [] : ['pocketsphinx-en-us']),
  ];
}

const isThere = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/** Says each text aloud into a file and gives what recognition makes of it, in the same order. Throws `CommandError`. */
export function hearAll(texts: readonly string[], voice: VoiceName): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'hear-as-'));
  const bar = progressBar('Recognizing');
  try {
    const heard: string[] = [];
    bar.start(texts.length);
    for (let from = 0; from < texts.length; from += AT_ONCE) {
      heard.push(...hearSome(texts.slice(from, from + AT_ONCE), voice, folder));
      bar.at(heard.length);
    }
    return heard;
  } finally {
    bar.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function hearSome(texts: readonly string[], voice: VoiceName, folder: string): readonly string[] {
  const names = texts.map((_, i) => `u${i}`);
  texts.forEach((text, i) => {
    const [spoken, file] = [join(folder, 'spoken.wav'), join(folder, `u${i}.wav`)];
    call(voice, voice === 'flite' ? ['-voice', 'slt', '-t', text, '-o', spoken] : ['-v', 'en-us', '-w', spoken, text]);
    // The recognizer needs a little silence to settle in.
    call('sox', [spoken, '-r', SAMPLES_A_SECOND, '-b', '16', '-c', '1', file, 'pad', '0.3', '0.3']);
  });
  const [list, result] = [join(folder, 'list'), join(folder, 'result')];
  writeFileSync(list, names.join('\n'));
  const where = ['-adcin', 'yes', '-cepdir', folder, '-cepext', '.wav', '-ctl', list, '-hyp', result];
  const model = ['-hmm', `${MODEL}/en-us`, '-lm', `${MODEL}/en-us.lm.bin`, '-dict', `${MODEL}/cmudict-en-us.dict`];
  call(RECOGNIZER, [...where, ...model, '-logfn', join(folder, 'log')]);
  const heard = new Map(readFileSync(result, 'utf8').split('\n').map(resultOf));
  return names.map((name) => heard.get(name) ?? '');
}

/** "and the schedule (u1 -9985)" */
function resultOf(line: string): readonly [string, string] {
  const [, text = '', name = ''] = /^(.*?) ?\((\w+) -?\d+\)$/.exec(line) ?? [];
  return [name, text.replace(/\(\d+\)/g, '').trim()];
}

function call(program: string, args: readonly string[]): void {
  const { status, error, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status === 0) return;
  const reason = error?.message ?? stderr.trim().split('\n').at(-1) ?? '';
  throw new CommandError(`${program} failed (${reason}). Does it work by itself on this machine?`);
}
