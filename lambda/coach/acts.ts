import type { Jurisdiction, Link, Setting } from '../bank/types';
import type { Rating } from '../feedback/types';
import type { Day } from './card';
import type { Minute } from './clock';
import type { Consent, DayPart } from './heard';
import type { Rate } from './kept';
import type { Shape } from './readiness';
import type { RehearsalSeconds } from './rehearsals';

/** A key point that was not heard, by its spoken name. */
export interface Missing {
  readonly say: string;
  /** Interviewers listen for this one above all. */
  readonly must: boolean;
}

/** What puts a red flag or misconception right, and whose rule it is where that has to be told. */
export interface Correction {
  readonly say: string;
  readonly whose?: Jurisdiction;
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
  readonly corrections: readonly Correction[];
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
  /** The same without the question answered last, whose day may still change. */
  readonly others?: Day;
}

/** How the learner stands in the field. */
export interface Standing {
  /** Questions answered at least once, of so many. */
  readonly answered: number;
  readonly questions: number;
  /** Points covered, of those of the answered questions. */
  readonly said: number;
  readonly of: number;
  readonly due: number;
  /** Days in a row; 0 when there is nothing to say of it. */
  readonly streak: number;
}

/** Whose progress a session is about: a recognized person's, or everybody's who is not recognized. */
export type Owner = 'person' | 'household';

/** What is said before the one thing that is asked. Acts, not words: `lambda/speech` has a function for each. */
export interface Acts {
  readonly welcome: { readonly plural: string };
  readonly 'welcome-back': { readonly brief: boolean; readonly due: number };
  /** What was left open in the field. `greets` where the listener has only just come in. */
  readonly 'was-answering': {
    readonly topic: string;
    readonly said: number;
    readonly of: number;
    readonly greets: boolean;
  };
  readonly 'was-asked': { readonly topic: string; readonly greets: boolean };
  readonly 'not-saved': object;
  /** What is kept is of a newer version of the skill. */
  readonly 'newer-kept': object;
  readonly forgotten: object;
  /** `after` is what the topic before was, if there was one. */
  readonly introduce: {
    readonly topic: string;
    readonly jurisdiction: Jurisdiction;
    readonly after?: 'same' | 'other';
  };
  readonly 'nothing-fits': object;
  readonly 'nothing-left': object;
  readonly again: object;
  readonly 'seen-all': object;
  readonly listening: object;
  readonly pause: object;
  readonly ready: object;
  readonly plan: { readonly count: number; readonly about?: string };
  readonly interview: { readonly count: number };
  readonly place: { readonly number: number; readonly count: number };
  readonly thanks: object;
  readonly 'that-one-done': object;
  readonly fine: object;
  readonly calm: object;
  /** What somebody who never did it can answer all the same. */
  readonly 'would-do': object;
  /** What a good answer comes down to. */
  readonly 'in-short': { readonly points: readonly string[] };
  readonly later: object;
  readonly 'share-done': object;
  readonly 'nothing-to-plan': object;
  readonly 'was-in-session': {
    readonly number: number;
    readonly count: number;
    readonly interview: boolean;
    readonly greets: boolean;
  };
  readonly 'session-kept': object;
  readonly debrief: {
    readonly answered: number;
    readonly said: number;
    readonly of: number;
    readonly strongest?: string;
    readonly work: readonly string[];
    readonly next?: Day;
  };
  readonly walk: { readonly number: number; readonly topic: string; readonly feedback: Feedback };
  readonly links: { readonly count: number };
  readonly hint: { readonly text: string };
  readonly why: { readonly text: string };
  readonly means: { readonly term: string; readonly meaning: string };
  readonly 'no-term': { readonly said?: string };
  readonly rate: { readonly rate: Rate; readonly limit: boolean };
  readonly 'no-words': object;
  readonly 'nothing-yet': object;
  readonly 'not-understood': object;
  /** What was told last, as it was spoken. */
  readonly 'told-before': { readonly told: string };
  readonly 'no-question': object;
  /** The question is a draft, and nobody has written this for it. */
  readonly 'not-written': { readonly what: 'hint' | 'reason' | 'sample' | 'follow-up' };
  readonly feedback: { readonly feedback: Feedback };
  /** The most important of it, before something else. */
  readonly 'in-passing': {
    readonly covered?: string;
    readonly more: number;
    readonly missing?: string;
    readonly correction?: Correction;
  };
  readonly counted: { readonly say: string };
  readonly 'not-counted': object;
  readonly 'nothing-to-count': object;
  readonly 'heard-words': { readonly text: string };
  readonly 'heard-nothing': object;
  readonly sample: { readonly text: string; readonly long: boolean };
  readonly 'key-points': { readonly points: readonly string[]; readonly more: number };
  readonly skipped: object;
  readonly 'nothing-before': object;
  readonly checking: { readonly count: number; readonly draft: boolean };
  /** Quiet to answer aloud in. */
  readonly rehearse: { readonly seconds: RehearsalSeconds };
  readonly 'time-up': object;
  readonly 'checks-alone': object;
  readonly 'listens-again': object;
  /** An answer was rated as the listener says it was; `next` is when it comes back. */
  readonly overridden: { readonly rating: Rating; readonly next: Day };
  readonly 'too-late': object;
  readonly checked: { readonly said: number; readonly of: number; readonly next?: Day };
  readonly 'no-answer-known': object;
  readonly 'field-is': { readonly plural: string; readonly already: boolean };
  readonly 'no-field': { readonly said?: string };
  readonly fields: { readonly names: readonly string[]; readonly more: number };
  readonly topics: { readonly names: readonly string[]; readonly more: number };
  readonly 'no-topic': { readonly said: string };
  /** The topic is another field's. */
  readonly 'topic-elsewhere': { readonly said: string; readonly name: string; readonly plural: string };
  /** The topic that was asked for is one of this field. */
  readonly 'topic-of': { readonly plural: string };
  /** `here` is false where the field has no question for the setting. */
  readonly 'setting-is': { readonly setting: Setting; readonly already: boolean; readonly here: boolean };
  readonly 'setting-gone': { readonly already: boolean };
  readonly settings: { readonly names: readonly Setting[]; readonly more: number };
  readonly 'no-settings': object;
  readonly 'no-setting': { readonly said: string };
  readonly link: { readonly name: string };
  readonly 'no-link': object;
  readonly 'more-questions': { readonly name: string };
  readonly 'pages-of': { readonly name: string; readonly more: number };
  readonly help: { readonly here: HelpPlace; readonly brief: boolean };
  readonly 'reminder-set': { readonly minute: Minute };
  readonly 'reminds-already': { readonly minute: Minute };
  readonly 'reminds-at': { readonly minute: Minute };
  readonly 'reminds-never': object;
  readonly 'reminder-stopped': object;
  readonly 'nothing-to-stop': object;
  /** The listener decides against it; `was` is when the reminder stays. */
  readonly 'reminder-left': { readonly was?: Minute };
  readonly 'asks-permission': object;
  readonly 'no-permission': { readonly consent: Exclude<Consent, 'accepted'> };
  /** The permission is missing, to look or to stop. */
  readonly 'may-not-look': object;
  readonly 'no-reminders-here': object;
  readonly 'reminders-away': { readonly sent: boolean };
  readonly 'kept-open': object;
  readonly progress: Standing & { readonly strongest?: string; readonly weakest?: string };
  readonly 'no-progress': object;
  readonly 'progress-unknown': object;
  readonly 'by-topic': {
    readonly groups: readonly { readonly shape: Shape; readonly names: readonly string[]; readonly more: number }[];
  };
  /** The weakest first; none when nothing that was practised is weak. */
  readonly 'weak-topics': { readonly names: readonly string[] };
  readonly 'topic-progress': Omit<Standing, 'due' | 'streak'> & { readonly topic: string; readonly shape: Shape };
  readonly 'topic-new': { readonly topic: string; readonly questions: number };
  readonly 'deletes-all': { readonly whose: Owner };
  readonly deleted: { readonly whose: Owner };
  readonly 'not-deleted': object;
  readonly 'reset-is-final': object;
  readonly 'reset-done': { readonly plural?: string };
  readonly 'not-reset': object;
  readonly 'left-as-it-is': object;
  readonly 'not-yours': object;
  readonly goodbye: { readonly tally: Tally };
}

export type Act<K extends keyof Acts = keyof Acts> = { [P in K]: { readonly act: P } & Acts[P] }[K];

export type HelpPlace =
  | 'lobby'
  | 'enough'
  | 'debriefing'
  | 'asking'
  | 'collecting'
  | 'reviewing'
  | 'checking'
  | 'confirming'
  | 'erasing'
  | 'reminding';

export type Choice = 'sample' | 'try-again' | 'next' | 'debrief';

/** The one thing that an open turn asks. The microphone is open if and only if there is one. */
export interface Asks {
  readonly question: { readonly setup?: string; readonly text: string };
  readonly 'follow-up': { readonly text: string };
  readonly 'go-ahead': object;
  /** Where an answer is hard to begin or to go on with. */
  readonly 'in-your-time': object;
  readonly 'start-with': object;
  readonly 'keep-going': { readonly feedback: Feedback; readonly choices: readonly Choice[] };
  readonly add: object;
  readonly 'go-further': object;
  readonly probe: { readonly text: string };
  readonly 'more-today': object;
  readonly 'walk-through': object;
  readonly 'walk-on': object;
  readonly 'send-links': object;
  readonly 'self-check': object;
  readonly 'question-or-practice': object;
  readonly start: object;
  readonly 'go-on': object;
  readonly 'which-field': object;
  readonly 'which-topic': object;
  readonly 'which-setting': object;
  readonly choose: { readonly choices: readonly Choice[] };
  readonly 'did-you-mention': { readonly say: string };
  readonly 'check-point': { readonly say: string; readonly first: boolean };
  readonly leave: object;
  readonly 'which-time': { readonly part?: DayPart };
  readonly 'which-half': { readonly minute: Minute };
  readonly 'remind-daily': { readonly minute: Minute; readonly was?: Minute };
  readonly 'which-reset': { readonly plural: string };
  readonly 'reset-field': { readonly plural: string };
  readonly 'reset-all': object;
  readonly 'delete-all': object;
  readonly 'erase-again': object;
  /** What was asked last, as it was spoken. */
  readonly 'as-before': { readonly asked: string; readonly reprompt: string };
}

export type Ask<K extends keyof Asks = keyof Asks> = { [P in K]: { readonly ask: P } & Asks[P] }[K];

/** A page as it is shown: never spoken, but for its name. */
export type Page = Pick<Link, 'name' | 'offers' | 'short' | 'address'>;

/** What goes to the Alexa app beside the words. */
export type Note =
  | { readonly note: 'sample'; readonly question: string; readonly text: string }
  | {
      readonly note: 'links';
      /** The one that was asked for last comes first. */
      readonly links: readonly Page[];
    }
  | {
      readonly note: 'debrief';
      readonly said: number;
      readonly of: number;
      readonly questions: readonly {
        readonly question: string;
        readonly said: readonly string[];
        readonly missing: readonly string[];
      }[];
    }
  | (Standing & {
      readonly note: 'progress';
      readonly topics: readonly {
        readonly name: string;
        readonly answered: number;
        readonly questions: number;
        readonly shape: Shape;
      }[];
    })
  | { readonly note: 'points'; readonly question: string; readonly points: readonly string[] }
  /** Where the permission to remind can be given. */
  | { readonly note: 'permission' };
