import type { Kind, Level, Setting } from '../bank/types';

/** What a listener may narrow a question down by. Ids of the bank; whatever is absent is free. */
export interface Filter {
  readonly topic?: string;
  readonly level?: Level;
  readonly kind?: Kind;
}

/** How long a practice session is to be, and what about. */
export interface PracticeWish {
  readonly count?: number;
  readonly minutes?: number;
  readonly filter: Filter;
  /** Of the weakest topics alone. */
  readonly weak?: boolean;
  /** More than the day's share. */
  readonly more?: boolean;
}

/** How long a mock interview is to be, for which level and setting. */
export interface InterviewWish {
  readonly minutes?: number;
  readonly level?: Level;
  readonly setting?: Setting;
}

export const DAY_PARTS = ['morning', 'afternoon', 'evening', 'night'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** A time as it was said. */
export interface TimeWish {
  /** Minutes since midnight, 0–1439; from one to eleven o'clock it may be meant twelve hours later. */
  readonly minute?: number;
  readonly part?: DayPart;
}

/** What became of the question for a permission. `failed`: it could not be asked. */
export const CONSENTS = ['accepted', 'denied', 'unanswered', 'failed'] as const;
export type Consent = (typeof CONSENTS)[number];

/** Commands that carry nothing but themselves. */
export const PLAIN = [
  { kind: 'add-more' },
  { kind: 'thats-all' },
  { kind: 'think' },
  { kind: 'what-heard' },
  { kind: 'did-say' },
  { kind: 'slower' },
  { kind: 'faster' },
  { kind: 'hint' },
  { kind: 'why' },
  { kind: 'sample' },
  { kind: 'long-sample' },
  { kind: 'key-points' },
  { kind: 'debrief' },
  { kind: 'all-links' },
  { kind: 'follow-up' },
  { kind: 'skip' },
  { kind: 'next' },
  { kind: 'back' },
  { kind: 'try-again' },
  { kind: 'self-check' },
  { kind: 'all-points' },
  { kind: 'no-points' },
  { kind: 'dont-know' },
  /** The answer from its beginning; between questions, everything. */
  { kind: 'start-over' },
  /** It is hard, or the listener is nervous. */
  { kind: 'uneasy' },
  { kind: 'never-did' },
  /** What was said is not understood. */
  { kind: 'unclear' },
  { kind: 'was-hard' },
  { kind: 'was-easy' },
  { kind: 'did-not-know' },
  { kind: 'use-self-check' },
  { kind: 'use-listening' },
  { kind: 'stop-reminding' },
  { kind: 'when-reminded' },
  { kind: 'list-fields' },
  { kind: 'list-topics' },
  { kind: 'list-settings' },
  { kind: 'link' },
  { kind: 'more-questions' },
  { kind: 'follow' },
  { kind: 'progress' },
  { kind: 'progress-more' },
  { kind: 'weak-topics' },
  { kind: 'delete-data' },
  { kind: 'reset' },
  { kind: 'reset-field' },
  { kind: 'reset-all' },
  { kind: 'help' },
  { kind: 'repeat' },
  { kind: 'yes' },
  { kind: 'no' },
  { kind: 'stop' },
  { kind: 'cancel' },
  { kind: 'home' },
  { kind: 'fallback' },
  { kind: 'unknown' },
] as const;
export type Plain = (typeof PLAIN)[number]['kind'];

/**
 * One thing heard, whatever voice brought it. `missing` is a name that was said and that the bank does not have.
 * `fallback` means that words were spoken and none recognized; `unknown` is anything that the skill has no name for, touch included.
 */
export type Heard =
  | { readonly kind: 'launch' }
  | { readonly kind: 'ask'; readonly field?: string; readonly filter: Filter; readonly missing?: string }
  | { readonly kind: 'answer'; readonly text: string }
  /**
   * The name of a topic, a field or a setting and nothing else: a choice between questions, an answer to one. Both topic and field where
   * another field than the one in play has the topic.
   */
  | {
      readonly kind: 'name';
      readonly text: string;
      readonly topic?: string;
      readonly field?: string;
      readonly setting?: Setting;
    }
  | { readonly kind: 'practice'; readonly wish: PracticeWish; readonly missing?: string }
  | { readonly kind: 'interview'; readonly wish: InterviewWish }
  | { readonly kind: 'switch-field'; readonly field?: string; readonly missing?: string }
  /** The setting in which the listener applies, from now on; none in particular when nothing is named. */
  | { readonly kind: 'setting'; readonly setting?: Setting; readonly missing?: string }
  /** A quiet window to answer aloud in, of so many seconds. */
  | { readonly kind: 'rehearse'; readonly seconds?: number }
  /** How one did on a topic. */
  | { readonly kind: 'topic-progress'; readonly topic?: string; readonly missing?: string }
  | { readonly kind: 'explain'; readonly term?: string; readonly missing?: string }
  /** A daily reminder to practise. */
  | { readonly kind: 'remind'; readonly wish: TimeWish }
  /** A time and nothing else: the answer to when. */
  | { readonly kind: 'time'; readonly wish: TimeWish }
  /** The listener was asked for the permission to remind, for a reminder at `minute`. */
  | { readonly kind: 'consent'; readonly consent: Consent; readonly minute?: number }
  | { readonly kind: 'ended' }
  | (typeof PLAIN)[number];
