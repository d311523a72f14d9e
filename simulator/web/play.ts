import { performance } from 'node:perf_hooks';
import { type Command, parseLine, UnplayableLine } from '../script';
import type { Speaker } from '../speaker';
import type { Done } from './server';
import { type LengthOf, shown } from './showing';
import type { Shown } from './shown';

/** Plays what is done at the page, one thing after the other, however fast it comes. */
export function player(speaker: Speaker, lengthOf: LengthOf): (done: Done) => Promise<Shown> {
  let last: Promise<unknown> = Promise.resolve();
  return (done) => {
    const next = last.then(() => played(speaker, done, lengthOf));
    last = next.catch(() => {});
    return next;
  };
}

async function played(speaker: Speaker, done: Done, lengthOf: LengthOf): Promise<Shown> {
  try {
    const [command, line] = commandOf(done);
    const started = performance.now();
    const result = await speaker.play(command, line);
    return shown(result, lengthOf, Math.round(performance.now() - started), speaker.listening());
  } catch (error) {
    if (error instanceof UnplayableLine) return { fault: error.message };
    throw error;
  }
}

function commandOf(done: Done): readonly [Command, string] {
  if ('line' in done) return [parseLine(done.line), done.line];
  return [{ does: 'touch', args: done.touch }, `(touch ${done.touch.join(' ')})`];
}
