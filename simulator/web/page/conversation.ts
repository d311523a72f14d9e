import type { ShownTurn } from '../shown';
import type { light } from './device';
import { showBehind } from './panel';
import type { deviceScreen } from './screen';
import type { Transcript } from './transcript';
import { type Playing, playing, saying } from './voice';
import { type Done, play } from './wire';

/** What a conversation is held with. */
export interface Held {
  readonly log: Transcript;
  readonly light: ReturnType<typeof light>;
  readonly screen: ReturnType<typeof deviceScreen>;
  /** What the person wants now: to hear it, and to be waited for as a speaker waits. */
  readonly wishes: () => { readonly aloud: boolean; readonly waits: boolean; readonly serverSpeaks: boolean };
  /** The coach listens; `speech` is what it said. */
  readonly listening: (speech: string) => void;
  /** Nothing is being listened for any more. */
  readonly over: () => void;
}

/** A conversation with the speaker. Whatever is done interrupts what is being said. */
export function conversation({ log, light, screen, wishes, listening, over }: Held) {
  let sound: Playing | undefined;
  /** Counts what was done: what an older turn would still do is left undone. */
  let latest = 0;

  const hush = () => {
    sound?.stop();
    light.stopWaiting();
  };

  const heard = async (turn: ShownTurn, ms: number, isLatest: () => boolean): Promise<void> => {
    showBehind(turn, ms);
    log.coach(turn);
    if (turn.screen) await screen.draw(turn.screen).catch((error: unknown) => log.note(String(error)));
    if (turn.sounds.length === 0 || !isLatest()) return;
    light.become('speaking');
    const { aloud, serverSpeaks } = wishes();
    sound = playing(turn.sounds, saying(aloud, serverSpeaks));
    await sound.done;
  };

  const happen = async (done: Done): Promise<void> => {
    latest += 1;
    const mine = latest;
    const isLatest = () => mine === latest;
    hush();
    light.become('thinking');
    const result = await play(done);
    if ('fault' in result) {
      log.note(result.fault);
      if (isLatest()) light.become('off');
      return;
    }
    for (const turn of result.turns) await heard(turn, result.ms, isLatest);
    if (result.note !== '') log.note(result.note.replace(/^\(|\)$/g, ''));
    if (!isLatest()) return;
    if (result.listening) {
      light.become('listening');
      if (wishes().waits) light.wait();
      return listening(result.turns.at(-1)?.speech ?? '');
    }
    if (result.turns.length > 0) log.note('The session is over.');
    light.become('off');
    over();
  };

  return {
    /** Says a line, or does what stands in brackets. */
    say: (line: string): Promise<void> => {
      if (!line.startsWith('(')) log.you(line);
      return happen({ line });
    },
    /** Eight seconds of nothing. */
    silence: (): Promise<void> => {
      log.note('Silence');
      return happen({ line: '(silence)' });
    },
    touch: (args: readonly string[]): Promise<void> => happen({ touch: args }),
    /** Leaves everything that is still going on. */
    quiet: () => {
      latest += 1;
      hush();
      light.become('off');
    },
  };
}
