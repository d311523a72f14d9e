import type { Rating } from '../feedback/types';
import type { Choice, Tally } from './acts';
import type { Card } from './card';
import type { Minute } from './clock';
import type { DayPart, Filter, Heard, PracticeWish } from './heard';
import type { Me, OpenQuestion } from './kept';
import type { Mark } from './schedule';
import type { Session } from './session';

/** A question that may come next, with its card if it has one. */
export interface InHand {
  readonly question: number;
  readonly card?: Card;
}

/** The field that is practised now, and the few cards in play. */
export interface Play {
  readonly field: string;
  /** Version of the field's item as last seen; absent while nothing is kept of the field. */
  readonly version?: number;
  /** The request that reset the field last, as the item says. */
  readonly reset?: string;
  /** Short hashes of the requests that the item knows, newest last. */
  readonly seen: readonly string[];
  /** The open question as it is kept, with its card; whose it is, its holder says. */
  readonly open?: OpenQuestion & { readonly card?: Card };
  readonly filter: Filter;
  /** What comes next, best first. Empty means: look into the deck. */
  readonly hand: readonly InHand[];
  /** Topic of the question before, so that topics mix. */
  readonly topic?: string;
  /** The question before this one, for "go back". */
  readonly before?: Table;
  /** The whole deck, only in the turn that read it. It never travels in the session. */
  readonly deck?: readonly Card[];
  /** What earlier turns changed and could not save, applied to what was read; only in the turn that read it. */
  readonly owed?: Owed;
  /** Many cards lie loose beside the packed deck: the next question reads, and its write packs them. */
  readonly untidy?: boolean;
}

export interface Owed {
  readonly cards: readonly Card[];
  /** The open question as this session left it; `null` when the session closed it, absent when it is not this session's. */
  readonly open?: OpenQuestion | null;
}

/** The question on the table. */
export interface Table {
  readonly question: number;
  /** Its card as it is now; absent while it was never asked. */
  readonly card?: Card;
  /** Key points that counted in an earlier try today, as bits; absent on the first try. */
  readonly earlier?: number;
}

/** How an answer went: what feedback, override and summary need of it. */
export interface Result {
  /** Key points that count, as bits: said, confirmed, or checked by the listener. */
  readonly said: number;
  readonly flagged: boolean;
  /** The card before this answer was rated; absent when there was none, or when a second try left the schedule alone. */
  readonly prior?: Card;
  /** True when this result moved the schedule, so that an override may do so again. */
  readonly rated: boolean;
  /** How the listener says it was: what counts for the schedule, whatever the coverage. */
  readonly as?: Rating;
  /** Index of the point that "I did say that" would count. */
  readonly named?: number;
}

export type Stage =
  /** Between questions. `yes` is what a yes means. */
  | { readonly at: 'lobby'; readonly yes: 'question' | 'resume'; readonly stumbles: number }
  /** The day's share is done. A yes means more of the same. */
  | { readonly at: 'enough'; readonly wish: PracticeWish; readonly stumbles: number }
  /** A question is on the table and nothing was said yet. */
  | { readonly at: 'asking'; readonly table: Table; readonly stumbles: number; readonly offered: boolean }
  /** Pieces of an answer are being heard. */
  | {
      readonly at: 'collecting';
      readonly table: Table;
      readonly pieces: readonly string[];
      /** Key points heard so far, as bits. */
      readonly said: number;
      readonly flagged: boolean;
      readonly stumbles: number;
      readonly offered: boolean;
      /** The interviewer has asked once more already. */
      readonly probed?: boolean;
      /** Seconds since 1970 until which no feedback was told of what was heard: then the silence has brought it. */
      readonly untold?: number;
    }
  /** Feedback was given; what next? */
  | {
      readonly at: 'reviewing';
      readonly table: Table;
      readonly pieces: readonly string[];
      readonly result: Result;
      /** What a yes means: the first choice, or that a point was mentioned after all. */
      readonly yes: Choice | 'count';
      readonly stumbles: number;
      /** The listener has said that that is all, and was asked whether to go on. */
      readonly over?: true;
    }
  /** The listener checks their own answer, one point at a time. */
  | {
      readonly at: 'checking';
      readonly table: Table;
      readonly point: number;
      readonly said: number;
      readonly stumbles: number;
    }
  /** A session is over. `walked` is the answer that was gone through last, -1 before the first. */
  | {
      readonly at: 'debriefing';
      readonly session: Session;
      readonly walked: number;
      readonly yes: 'walk' | 'links';
      readonly stumbles: number;
    }
  /** "Leave this question?" */
  | {
      readonly at: 'confirming';
      readonly from: Extract<Stage, { at: 'asking' | 'collecting' | 'checking' }>;
      readonly want: Extract<Heard, { kind: 'ask' | 'switch-field' | 'practice' | 'interview' }>;
    }
  /** "Delete it all?" Refused, it goes on from where it was. */
  | { readonly at: 'erasing'; readonly from: Steady; readonly what: 'which' | Erasure }
  /** A daily reminder is being agreed on. Then, or refused, it goes on from where it was. */
  | { readonly at: 'reminding'; readonly from: Steady; readonly open: StillOpen };

/** The lobby where a yes means a question: where a conversation begins, and where it comes back to. */
export const LOBBY: Extract<Stage, { at: 'lobby' }> = { at: 'lobby', yes: 'question', stumbles: 0 };

/** Stages that one can be asked back to. */
export type Steady = Exclude<Stage, { at: 'confirming' | 'erasing' | 'reminding' }>;

/** The stage that one is asked back to from here. */
export const steady = (stage: Stage): Steady =>
  stage.at === 'confirming' || stage.at === 'erasing' || stage.at === 'reminding' ? stage.from : stage;

/** What is still open about a reminder. */
export type StillOpen =
  | { readonly is: 'time'; readonly part?: DayPart }
  /** Morning, or twelve hours later. */
  | { readonly is: 'half'; readonly minute: Minute }
  /** The yes. `was` is the time of the reminder that there is already. */
  | { readonly is: 'yes'; readonly minute: Minute; readonly was?: Minute };

/** What can be erased: everything that is kept of the learner, all progress but no preference, or the progress of the field. */
export type Erasure = 'data' | 'all' | 'field';

/** A mark that could not be saved yet, under the request that made it. */
export interface Unsaved {
  readonly request: string;
  readonly field: string;
  readonly mark: Mark;
}

export interface Last {
  readonly told: string;
  readonly asked: string;
  readonly reprompt: string;
}

/** Everything that the coach knows while it decides. Plain data; the session carries it between turns. */
export interface Learner {
  readonly me: Me;
  readonly play: Play;
  readonly stage: Stage;
  /** The planned session that is under way. */
  readonly session?: Session;
  readonly tally: Tally;
  /** The last reply as it was spoken, for "repeat": what was told, and what was asked. */
  readonly last?: Last;
  /** Where help was given last: it is not given twice. */
  readonly helped?: Stage['at'];
  /** Ids of the pages that this session has sent, the newest first. */
  readonly sent?: readonly string[];
  readonly unsaved: readonly Unsaved[];
  /** Something in `me` changed that no write has kept yet: it is written where a session begins or ends. */
  readonly unkept?: true;
  /** The learner's own item is known to be kept under this epoch. */
  readonly begun: boolean;
  /** Nothing could be read of the field in play: reading comes before the next write. */
  readonly adrift: boolean;
  /** The listener has been told that progress may not be kept. */
  readonly warned: boolean;
}

/** The question that a stage is about; absent in the lobby. */
export function tableOf(stage: Stage): Table | undefined {
  switch (stage.at) {
    case 'lobby':
    case 'enough':
    case 'debriefing':
      return undefined;
    case 'confirming':
      return stage.from.table;
    case 'erasing':
    case 'reminding':
      return tableOf(stage.from);
    case 'reviewing':
      return { ...stage.table, earlier: stage.result.said };
    default:
      return stage.table;
  }
}
