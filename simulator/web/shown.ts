import type { ShownCard } from '../response';

/** Something that is played: words, or quiet of so many milliseconds. */
export type Sound = { readonly words: string } | { readonly quiet: number };

/** A document to be drawn. */
export interface ShownScreen {
  readonly document: unknown;
  readonly datasources: unknown;
}

/** A turn as the page shows it. */
export interface ShownTurn {
  readonly utterance: string;
  readonly understood: string;
  readonly speech: string;
  readonly sounds: readonly Sound[];
  readonly card: ShownCard | null;
  readonly open: boolean;
  readonly warnings: readonly string[];
  /** Database calls. */
  readonly calls: { readonly read: number; readonly write: number };
  /** Bytes of the response. */
  readonly bytes: number;
  /** `null` where nothing reached the skill. */
  readonly request: unknown;
  readonly response: unknown;
  readonly screen: ShownScreen | null;
}

/** What came of a line or a touch. */
export interface Reply {
  readonly turns: readonly ShownTurn[];
  /** What there is to say that no skill said. */
  readonly note: string;
  /** Milliseconds that it took, the database included. */
  readonly ms: number;
  /** An answer is waited for. */
  readonly listening: boolean;
}

/** What came of a line, or why it could not be played. */
export type Shown = Reply | { readonly fault: string };

/** What the page asks about the speaker as it begins. */
export interface Start {
  readonly invocationName: string;
  /** The server can speak. */
  readonly voice: boolean;
  /** Spoken names of the fields that can be practised. */
  readonly fields: readonly string[];
}
