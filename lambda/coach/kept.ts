import type { Setting } from '../bank/types';
import type { Card, Day } from './card';
import type { Session } from './session';

/** How fast the coach speaks. */
export const RATES = ['slow', 'medium', 'fast'] as const;
export type Rate = (typeof RATES)[number];

/** Days in a row on which something was practised. */
export interface Streak {
  /** The last of them, by the listener's own calendar. */
  readonly day: Day;
  readonly length: number;
}

/** The learner's own item: preferences and what was already explained. */
export interface Me {
  /** 64 random bits in hex, made when the learner begins; everything kept belongs to one epoch. */
  readonly epoch: string;
  /** The field that is practised. */
  readonly field: string;
  readonly rate: Rate;
  /** The listener checks their own answers, and none is graded. */
  readonly selfCheck: boolean;
  /** How often the skill was opened, counted up to 3: from then on greetings are short. */
  readonly launches: number;
  /** IANA name of the listener's time zone, once Alexa has told it; the locale's usual one without. */
  readonly zone?: string;
  readonly streak?: Streak;
  /** Where the listener applies: questions for this setting come, too. Absent: those for everybody alone. */
  readonly setting?: Setting;
}

/** The question that is open, so that the next launch can go on with it. */
export interface OpenQuestion {
  readonly question: number;
  /** Seconds since 1970. */
  readonly at: number;
  /** Which session holds it: only the holder writes or clears it. */
  readonly holder: string;
  /** Key points heard so far (bit i: key point i). 0 until an answer has begun; never the words. */
  readonly heard: number;
  /** True once a piece of an answer was collected. */
  readonly begun: boolean;
  /** True if what was heard so far includes a red flag. */
  readonly flagged: boolean;
  /** The session that it belongs to, if it is one. */
  readonly session?: Session;
  /** True if it comes next in its session and was not asked yet. */
  readonly waiting?: boolean;
}

/** What is kept of one field for one learner. */
export interface KeptField {
  readonly epoch: string;
  /** Counts the writes; every write is on condition of the version that it saw. */
  readonly version: number;
  /** When it was written last, in seconds since 1970. */
  readonly at: number;
  /** The request that reset the field last; absent while it never was. */
  readonly reset?: string;
  /** Short hashes of the last 16 requests that were saved, newest last. */
  readonly seen: readonly string[];
  readonly open?: OpenQuestion;
  /** The deck with everything written since folded in, one card a question. */
  readonly cards: readonly Card[];
  /** Cards written since the deck was last packed. */
  readonly loose: number;
}

/** Everything that is kept of one learner. */
export interface Kept {
  readonly me?: Me;
  readonly fields: Readonly<Record<string, KeptField>>;
  /** True if field items of another epoch, or ones that cannot be read, lie about. They stand in the way of new ones: sweep. */
  readonly leftovers: boolean;
  /** True if `me` was last written so long ago that it should be saved again, lest it expire while the learner still practises. */
  readonly renew: boolean;
}
