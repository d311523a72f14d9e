import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBuilt } from '../../tools/build';
import { DIST, ROOT } from '../../tools/paths';
import { type Opened, openSpeaker } from '../open';
import { recordingLength } from '../recording';
import { type Line, parseScript } from '../script';
import { codeOf, messageOf } from '../told';
import { converse } from './converse';
import { dataFolder, type Folder, NO_FOLDER } from './folder';
import { hintsFrom, keyboard } from './keyboard';
import { type Options, parseOptions, USAGE, UsageError } from './options';
import { plainShow, richShow, type Show, takesColours } from './show';
import { findVoice, type Voice } from './voice';

const UNUSABLE = 2;

const out = (text: string): void => void process.stdout.write(`${text}\n`);
const err = (text: string): void => void process.stderr.write(`${text}\n`);

async function main(args: readonly string[]): Promise<void> {
  const options = parseOptions(args);
  if (options.help) return out(USAGE);
  const script = options.script === undefined ? undefined : parseScript(textOf(options.script));
  const atTerminal = script === undefined && process.stdin.isTTY === true;
  const dir = options.memory ? undefined : options.data === undefined ? join(ROOT, '.data') : fromHere(options.data);
  const folder = dir === undefined ? NO_FOLDER : dataFolder(dir);
  await ensureBuilt({ quiet: !atTerminal });
  const idsMade = options.now === undefined ? 0 : folder.idsMade();
  const opened = await openSpeaker({
    dist: DIST,
    user: options.user,
    locale: options.locale,
    timezone: atTerminal ? Intl.DateTimeFormat().resolvedOptions().timeZone : 'UTC',
    screen: options.screen,
    idsMade,
    log: process.env.LOG_LEVEL === undefined ? folder.log : err,
    ...(dir === undefined ? {} : { data: dir }),
    ...(options.now === undefined ? {} : { start: options.now }),
  });
  try {
    if (script === undefined) await talk(opened, options, folder, atTerminal, dir);
    else await playScript(opened, script, plainShow(options.json, { out, err, voice: voiceFor(options) }));
  } finally {
    if (options.now !== undefined) folder.keepIdsMade(opened.idsMade());
    await opened.close();
  }
}

async function playScript({ speaker }: Opened, script: readonly Line[], show: Show): Promise<void> {
  for (const line of script) await show.played(await speaker.play(line.command, line.text));
}

async function talk(
  opened: Opened,
  options: Options,
  folder: Folder,
  atTerminal: boolean,
  dir: string | undefined,
): Promise<void> {
  const lengthOf = (address: string) => recordingLength(DIST, address);
  const screen = { out, err, voice: voiceFor(options), lengthOf };
  const width = Math.min(process.stdout.columns ?? 80, 100);
  const show = options.json
    ? plainShow(true, screen)
    : richShow(atTerminal, takesColours(process.stdout), width, screen);
  const input = keyboard(atTerminal, folder.history(), hintsFrom(opened.model));
  if (atTerminal && !options.json) banner(opened.model.invocationName, dir);
  const played = await converse(opened.speaker, input, show, options.json ? err : out);
  if (atTerminal) folder.keepHistory(input.history());
  if (!played) process.exitCode = UNUSABLE;
}

function banner(invocationName: string, dir: string | undefined): void {
  out(
    `Interview Rehearsal on a simulated smart speaker. ${dir === undefined ? 'Nothing is kept.' : `Progress is kept in ${dir}.`}`,
  );
  out(`Say "open ${invocationName}". An empty line is silence, and Enter cuts a pause short.`);
  out('/help shows what else can be typed, /quit leaves.');
}

function voiceFor({ speak }: Options): Voice | undefined {
  const voice = speak ? findVoice() : undefined;
  if (speak && voice === undefined)
    err('--speak found no voice: install espeak-ng, or say on a Mac. Going on in writing.');
  return voice;
}

/** The whole of a file, or of standard input for `-`. */
function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : fromHere(file), 'utf8');
  } catch (error) {
    throw new UsageError(`--script ${file} cannot be read (${codeOf(error)}).`);
  }
}

/** npm runs scripts in the project's folder; a path is meant from where the person stands. */
function fromHere(path: string): string {
  const here = process.env.npm_lifecycle_event === 'start' ? process.env.INIT_CWD : undefined;
  return resolve(here ?? process.cwd(), path);
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

main(process.argv.slice(2)).catch((error: unknown) => {
  const isFault = error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError;
  err(isFault ? (error.stack ?? error.message) : messageOf(error));
  process.exitCode = UNUSABLE;
});
