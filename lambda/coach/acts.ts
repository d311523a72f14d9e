import type { Jurisdiction } from '../bank/types';
import type { Day } from './card';

/** A key point that was not heard, by its spoken name. */
export interface Missing {
  readonly say: string;
  /** Interviewers listen for this one above all. */
  readonly must: boolean;
}

/** What is told about an answer. Everything is already chosen and short; words are put to it later. */
export interface Feedback {
  /** Share of musts and shoulds that were said, 0–1. */
  readonly coverage: number;
  readonly covered: readonly string[];
  /** How many more were covered than are named. */
  readonly more: number;
  readonly missing: readonly Missing[];
  /** Corrections of red flags and misconceptions. */
  readonly corrections: readonly string[];
  /** Nothing that counts as an answer was heard. */
  readonly empty: boolean;
  /** After another try: what is new since the first one, by spoken name. */
  readonly gained?: readonly string[];
}

/** How the day's work stands when a session closes. */
export interface Tally {
  readonly questions: number;
  readonly said: number;
  readonly of: number;
  /** The first day on which one of them comes back. */
  readonly next?: Day;
}

/** What is said before the one thing that is asked. Acts, not words: `lambda/speech` has a function for each. */
export type Act =
  | { readonly act: 'welcome'; readonly plural: string }
  | { readonly act: 'welcome-back'; readonly brief: boolean; readonly due: number }
  | { readonly act: 'was-answering'; readonly topic: string; readonly said: number; readonly of: number }
  | { readonly act: 'was-asked'; readonly topic: string }
  | { readonly act: 'not-saved' }
  | { readonly act: 'forgotten' }
  | {
      readonly act: 'introduce';
      readonly topic: string;
      readonly jurisdiction: Jurisdiction;
      readonly follows: boolean;
    }
  | { readonly act: 'nothing-fits' }
  | { readonly act: 'again' }
  | { readonly act: 'seen-all' }
  | { readonly act: 'listening' }
  | { readonly act: 'pause' }
  | { readonly act: 'ready' }
  | { readonly act: 'hint'; readonly text: string }
  | { readonly act: 'why'; readonly text: string }
  | { readonly act: 'means'; readonly term: string; readonly meaning: string }
  | { readonly act: 'no-term'; readonly said?: string }
  | { readonly act: 'rate'; readonly rate: 'slow' | 'medium' | 'fast'; readonly limit: boolean }
  | { readonly act: 'no-words' }
  | { readonly act: 'nothing-yet' }
  | { readonly act: 'not-understood' }
  | { readonly act: 'no-question' }
  | { readonly act: 'feedback'; readonly feedback: Feedback }
  | { readonly act: 'counted'; readonly say: string }
  | { readonly act: 'not-counted' }
  | { readonly act: 'nothing-to-count' }
  | { readonly act: 'heard-words'; readonly text: string }
  | { readonly act: 'heard-nothing' }
  | { readonly act: 'sample'; readonly text: string; readonly long: boolean }
  | { readonly act: 'key-points'; readonly points: readonly string[]; readonly more: number }
  | { readonly act: 'skipped' }
  | { readonly act: 'nothing-before' }
  | { readonly act: 'checking'; readonly count: number }
  | { readonly act: 'checked'; readonly said: number; readonly of: number; readonly next?: Day }
  | { readonly act: 'no-answer-known' }
  | { readonly act: 'field-is'; readonly plural: string; readonly already: boolean }
  | { readonly act: 'no-field'; readonly said?: string }
  | { readonly act: 'fields'; readonly names: readonly string[]; readonly more: number }
  | { readonly act: 'topics'; readonly names: readonly string[]; readonly more: number }
  | { readonly act: 'no-topic'; readonly said: string }
  | { readonly act: 'link'; readonly name: string }
  | { readonly act: 'no-link' }
  | { readonly act: 'more-questions'; readonly plural: string; readonly name: string }
  | { readonly act: 'help'; readonly here: HelpPlace; readonly brief: boolean }
  | { readonly act: 'kept-open' }
  | { readonly act: 'goodbye'; readonly tally: Tally };

export type HelpPlace = 'lobby' | 'asking' | 'collecting' | 'reviewing' | 'checking' | 'confirming';

export type Choice = 'sample' | 'try-again' | 'next';

/** The one thing that an open turn asks. The microphone is open if and only if there is one. */
export type Ask =
  | { readonly ask: 'question'; readonly setup?: string; readonly text: string }
  | { readonly ask: 'follow-up'; readonly text: string }
  | { readonly ask: 'go-ahead' }
  | { readonly ask: 'start-with' }
  | { readonly ask: 'keep-going'; readonly feedback: Feedback; readonly choices: readonly Choice[] }
  | { readonly ask: 'add' }
  | { readonly ask: 'self-check' }
  | { readonly ask: 'question-or-topics' }
  | { readonly ask: 'start' }
  | { readonly ask: 'go-on' }
  | { readonly ask: 'which-field' }
  | { readonly ask: 'which-topic' }
  | { readonly ask: 'choose'; readonly choices: readonly Choice[] }
  | { readonly ask: 'did-you-mention'; readonly say: string }
  | { readonly ask: 'check-point'; readonly say: string; readonly first: boolean }
  | { readonly ask: 'leave' };

/** What goes to the Alexa app beside the words. */
export type Note =
  | { readonly note: 'link'; readonly name: string; readonly offers: string; readonly short: string }
  | { readonly note: 'sample'; readonly question: string; readonly text: string }
  | { readonly note: 'points'; readonly question: string; readonly points: readonly string[] };
