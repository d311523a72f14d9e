/** Numbers as people say them, read into digits, up to 999,999; years said in two halves ("nineteen ninety nine") included. */

const ONES = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const VALUES: ReadonlyMap<string, number> = new Map<string, number>([
  ...ONES.map((word, i): [string, number] => [word, i]),
  ...TENS.map((word, i): [string, number] => [word, 20 + 10 * i]),
]);
const SCALES: ReadonlySet<string> = new Set(['hundred', 'thousand']);
const DIGITS = /^\d{1,3}$/;

/** A number that begins at a word: its value and how many words it takes. */
export interface SpokenNumber {
  readonly value: number;
  readonly length: number;
}

/** Reads the number that begins at `words[start]`; undefined when none does, or when it is in digits already. */
export function numberAt(words: readonly string[], start: number): SpokenNumber | undefined {
  const [word = '', next = ''] = [words[start], words[start + 1]];
  if (!VALUES.has(word) && !SCALES.has(word) && !SCALES.has(next)) return undefined;
  return yearAt(words, start) ?? thousandsAt(words, start);
}

function yearAt(words: readonly string[], start: number): SpokenNumber | undefined {
  const century = smallAt(words, start);
  if (!century || century.length > 1 || century.value < 18 || century.value > 20) return undefined;
  const rest = smallAt(words, start + 1);
  if (!rest || rest.value < 10) return undefined;
  return { value: century.value * 100 + rest.value, length: 1 + rest.length };
}

function thousandsAt(words: readonly string[], start: number): SpokenNumber | undefined {
  return scaledAt(words, start, 'thousand', 1000, hundredsAt);
}

function hundredsAt(words: readonly string[], start: number): SpokenNumber | undefined {
  return scaledAt(words, start, 'hundred', 100, smallAt);
}

/** `[part] scale [[and] part]`, or a part alone. */
function scaledAt(
  words: readonly string[],
  start: number,
  scale: string,
  factor: number,
  part: (words: readonly string[], start: number) => SpokenNumber | undefined,
): SpokenNumber | undefined {
  const head = part(words, start) ?? digitsBefore(words, start, scale);
  const at = start + (head?.length ?? 0);
  if (words[at] !== scale) return head;
  const restAt = words[at + 1] === 'and' ? at + 2 : at + 1;
  const rest = part(words, restAt);
  const value = (head?.value ?? 1) * factor;
  return rest ? { value: value + rest.value, length: restAt - start + rest.length } : { value, length: at - start + 1 };
}

function digitsBefore(words: readonly string[], start: number, scale: string): SpokenNumber | undefined {
  const word = words[start] ?? '';
  return DIGITS.test(word) && words[start + 1] === scale ? { value: Number(word), length: 1 } : undefined;
}

function smallAt(words: readonly string[], start: number): SpokenNumber | undefined {
  const value = VALUES.get(words[start] ?? '');
  if (value === undefined) return undefined;
  const unit = value >= 20 ? VALUES.get(words[start + 1] ?? '') : undefined;
  return unit !== undefined && unit > 0 && unit < 10 ? { value: value + unit, length: 2 } : { value, length: 1 };
}
