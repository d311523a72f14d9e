import type { Card } from '../coach/card';
import type { Kept, Me, OpenQuestion } from '../coach/kept';

/** Whose progress. Ids as Alexa gives them; the adapter hashes them before they leave the process. */
export interface Who {
  /** The household's `userId`. */
  readonly household: string;
  /** The recognized `personId`; the household itself when there is none. */
  readonly person?: string;
}

/** What one turn changes in one field. Everything in it is kept, or nothing. */
export interface FieldChange {
  readonly field: string;
  readonly epoch: string;
  /** The version that the turn saw; `undefined` when the field had no item yet. */
  readonly version: number | undefined;
  /** Short hashes (16 hex digits) to keep as seen: the 15 before, and this request's as the last. */
  readonly seen: readonly string[];
  /** `null` closes the open question; `undefined` leaves it. */
  readonly open?: OpenQuestion | null;
  /** Everything of the field that came before goes; the item remembers which request it was. */
  readonly reset?: true;
  /** Cards that changed. */
  readonly cards: readonly Card[];
  /** The whole deck as it was read, when it is at hand: the write then packs it anew, changed cards folded in. */
  readonly deck?: readonly Card[];
}

/**
 * `stale`: somebody else wrote since, or this very write got through before and its answer was lost, or the item or epoch is gone, or
 * a newer version wrote it. Nothing was written now: read, and decide what that means.
 */
export type Saved = 'saved' | 'stale';

/**
 * Where progress is kept. Every method may throw `StoreUnavailableError` (no answer in time, refused, throttled) or
 * `NewerSchemaError` (written by a later version: never written over).
 */
export interface ProgressStore {
  /**
   * All of one learner in one query. Field items of another epoch than `me` are left out, and so is what has expired at `now`
   * (seconds since 1970).
   */
  load(who: Who, now: number): Promise<Kept>;
  /** Begins a learner; `stale` if one began meanwhile. `now` in seconds since 1970. */
  begin(who: Who, me: Me, now: number): Promise<Saved>;
  /** Preferences of a learner of the same epoch. */
  saveMe(who: Who, me: Me, now: number): Promise<Saved>;
  /** One conditional write of one field's item. */
  saveField(who: Who, change: FieldChange, now: number): Promise<Saved>;
  /**
   * Deletes field items that belong to another epoch than `epoch` (leftovers of a learner that was deleted) or that cannot be read.
   * Does nothing unless `epoch` is the one that is kept.
   */
  sweep(who: Who, epoch: string): Promise<void>;
  /**
   * Deletes one learner: first `me` on condition of its epoch, then the rest until nothing is found; `stale` if a learner of another
   * epoch is there, who stays. Without an epoch, whoever is kept goes.
   */
  forget(who: Who, epoch: string | undefined): Promise<Saved>;
  /** Begins a learner anew, as `me` of a new epoch in the place of the one of `epoch`. What is kept under the old one counts no more. */
  restart(who: Who, epoch: string, me: Me, now: number): Promise<Saved>;
  /** Deletes the household and everybody in it. */
  forgetHousehold(household: string): Promise<void>;
}

/** Told of every call that was answered, with the capacity units that it consumed; a failed condition tells of none. */
export type OnCall = (kind: 'read' | 'write', units: number) => void;

/** The store gave no answer, or none in time. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}

/** The item was written by a newer version of this skill. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError';
}
