import type { Kind, Level, Setting } from '../../lambda/bank/types';
import type { BuiltInIntent, ElicitedIntent, IntentName, SlotsOf } from '../intents';

/** A value of a slot type: how it is called first, and what else people say for it. */
export interface Spoken {
  readonly value: string;
  readonly synonyms: readonly string[];
}

export type Samples = { readonly [I in IntentName]: readonly string[] };

/** Everything that is said in one language. Locales of the language share it, and differ in spelling (`locales.ts`). */
export interface LanguageFile {
  readonly invocationName: string;
  /** What people say for each intent. An intent without a line here does not compile. */
  readonly samples: Samples;
  /** Usual phrases of Alexa's own intents, which stand in no sample: the slot that hears an answer may hear them. */
  readonly builtInPhrases: { readonly [I in BuiltInIntent]: readonly string[] };
  /** How a reply to an elicited slot begins, if with anything at all. */
  readonly replies: { readonly [I in ElicitedIntent]: readonly string[] };
  /** What Alexa itself would ask for the elicited slot. The skill asks in its own words; the dialog model wants these. */
  readonly prompts: { readonly [I in ElicitedIntent]: readonly string[] };
  readonly levels: { readonly [L in Level]: Spoken };
  readonly kinds: { readonly [K in Kind]: Spoken };
  readonly settings: { readonly [S in Setting]: Spoken };
  /** The parts of a day, by which a time of the clock is told from the one twelve hours later. */
  readonly dayparts: { readonly [part: string]: Spoken };
  /** Pieces of answers, of many lengths, for the slot that catches whatever the carriers miss. */
  readonly spokenAnswers: readonly string[];
}

/** The names between braces in a sample. */
type SlotsIn<Sample> = Sample extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsIn<Rest> : never;

/** A table of samples as it is, but for samples that name a slot which their intent does not have: those become a complaint. */
type Checked<Table> = {
  readonly [I in keyof Table]: I extends IntentName
    ? {
        readonly [N in keyof Table[I]]: Exclude<SlotsIn<Table[I][N]>, SlotsOf<I>> extends never
          ? Table[I][N]
          : `${I} has no slot ${Exclude<SlotsIn<Table[I][N]>, SlotsOf<I>>}`;
      }
    : never;
};

/** Samples of some intents. Every `{slot}` in them is checked against the slots of its intent when this compiles. */
export const samples = <const Table extends Partial<Samples>>(table: Table & Checked<Table>): Table => table;
