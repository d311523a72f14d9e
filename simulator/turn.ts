import type { Calls } from './database';
import type { Sent } from './envelope';
import type { ShownCard } from './response';
import type { Understood } from './understanding/understand';

/** One exchange: what was said or done, and what came back. */
export interface Turn {
  /** As said, or the control line. */
  readonly utterance: string;
  /** What Alexa made of it; absent for launches, touches, silence and ends. */
  readonly understood: Understood | undefined;
  /** SSML; empty for no reply. */
  readonly ssml: string;
  readonly reprompt: string | undefined;
  readonly card: ShownCard | undefined;
  /** Types of the directives. */
  readonly directives: readonly string[];
  /** The microphone is open. */
  readonly open: boolean;
  readonly calls: Calls;
  /** Absent where nothing reached the skill: the first silence, and silence on a screen. */
  readonly request: Sent | undefined;
  /** As the skill sent it. */
  readonly response: unknown;
  /** Rules that the reply breaks, and failures of the skill. */
  readonly warnings: readonly string[];
}

export const NO_CALLS: Calls = { read: 0, write: 0 };

/** A turn in which nothing was said back. */
export const quietTurn = (utterance: string): Turn => ({
  utterance,
  understood: undefined,
  ssml: '',
  reprompt: undefined,
  card: undefined,
  directives: [],
  open: false,
  calls: NO_CALLS,
  request: undefined,
  response: null,
  warnings: [],
});
