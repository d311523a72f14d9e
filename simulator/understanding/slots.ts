import { clockTime } from '../../interaction-model/language/en/clock';
import type { Model, ModelValue } from './model';
import { numberFrom } from './numbers';
import { root, textOf, type Word } from './words';

/** A slot as it was understood. `matched` is absent where a slot type has no list to look in. */
export interface SlotReading {
  readonly value: string;
  readonly type: string;
  readonly matched?: ModelValue | null;
}

export interface SlotKind {
  /** Takes any words at all: `AMAZON.SearchQuery`, or a list of whole phrases, which teaches Alexa only what they are like. */
  readonly free: boolean;
  /** Whether these words are a value of the type. */
  readonly accepts: (sentence: readonly Word[], from: number, to: number) => boolean;
}

/** Mean words of a list's forms from which it is one of phrases, not of names. */
const PHRASES_MEAN_WORDS = 3.5;

const TIME = 'AMAZON.TIME';
const NUMBERS = new Set(['AMAZON.NUMBER', 'AMAZON.FOUR_DIGIT_NUMBER']);

/** How words may fill a slot of this type. Built-in types that the simulator has no list of take whatever is said. */
export function slotKind(type: string, model: Model): SlotKind {
  if (type === 'AMAZON.SearchQuery') return { free: true, accepts: () => false };
  if (NUMBERS.has(type)) {
    return { free: false, accepts: (sentence, from, to) => numberFrom(keysIn(sentence, from, to)) !== undefined };
  }
  if (type === TIME) {
    return {
      free: false,
      accepts: (sentence, from, to) => clockTime(keysIn(sentence, from, to).join(' ')) !== undefined,
    };
  }
  return {
    free: (model.types.get(type)?.meanWords ?? 0) >= PHRASES_MEAN_WORDS,
    accepts: (sentence, from, to) => resolve(type, keysIn(sentence, from, to), model) !== undefined,
  };
}

/** The value as the skill gets it: numbers and times in digits, names as they were said and as they were resolved. */
export function readSlot(type: string, sentence: readonly Word[], from: number, to: number, model: Model): SlotReading {
  const said = keysIn(sentence, from, to);
  if (NUMBERS.has(type)) return { type, value: String(numberFrom(said) ?? '?') };
  const value = textOf(sentence, from, to);
  if (type === TIME) return { type, value: clockTime(said.join(' ')) ?? value };
  if (!model.types.has(type)) return { type, value };
  return { type, value, matched: resolve(type, said, model) ?? null };
}

/** The listed value that words name, exactly or but for a plural. */
export function resolve(type: string, said: readonly string[], model: Model): ModelValue | undefined {
  const list = model.types.get(type);
  if (list === undefined || said.length > list.longest) return undefined;
  return list.byWords.get(said.join(' ')) ?? list.byRoots.get(said.map(root).join(' '));
}

const keysIn = (sentence: readonly Word[], from: number, to: number): readonly string[] =>
  sentence.slice(from, to).map((word) => word.key);
