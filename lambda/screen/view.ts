import type { Page } from '../coach/acts';

/** How a row stands; drawn as a shape in a colour, so that neither is needed to tell. */
export type Mark = 'said' | 'unsure' | 'missing' | 'plain';

export interface Row {
  readonly mark: Mark;
  readonly text: string;
  /** A short word at the end of the row. */
  readonly tail?: string;
  /** Length of a bar below the text, 0–1. */
  readonly bar?: number;
}

/** A button. Touching it is heard as `says`, exactly as if it were spoken. */
export interface Button {
  readonly label: string;
  /** For a round screen, where it is too long. */
  readonly short?: string;
  readonly says: string;
}

interface Framed {
  /** A line above everything: topic on the left, place or score on the right. */
  readonly head: string;
  readonly place: string;
  readonly buttons: readonly Button[];
}

/** What a screen shows, before anything is said of sizes and colours. */
export type View = Framed &
  (
    | {
        readonly view: 'text';
        readonly text: string;
        /** A smaller line before the text. */
        readonly lead?: string;
        /** A smaller line after the text. */
        readonly aside?: string;
        /** Seconds in which the text is read; it scrolls along. */
        readonly reading?: number;
      }
    | { readonly view: 'rows'; readonly rows: readonly Row[] }
    | { readonly view: 'pages'; readonly pages: readonly Page[] }
  );

/** Views without their frame. */
export type Content = View extends infer V ? (V extends View ? Omit<V, keyof Framed> : never) : never;
