const UNITS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 2) * 10]),
);

/**
 * The number that words spell, digits included: "twenty five" is 25, "a hundred and ten" is 110, "three thousand" is 3000.
 * `undefined` for anything else.
 */
export function numberFrom(words: readonly string[]): number | undefined {
  if (words.length === 0) return undefined;
  if (words.length === 1 && /^\d+$/.test(words[0] ?? '')) return Number(words[0]);
  let total = 0;
  let group = 0;
  let before: 'start' | 'unit' | 'tens' | 'scale' | 'and' = 'start';
  for (const word of words) {
    const unit = UNITS.get(word);
    const tens = TENS.get(word);
    if (unit !== undefined) {
      if (before === 'unit' || (before === 'tens' && (unit === 0 || unit > 9))) return undefined;
      group += unit;
      before = 'unit';
    } else if (tens !== undefined) {
      if (before === 'unit' || before === 'tens') return undefined;
      group += tens;
      before = 'tens';
    } else if (word === 'a' && before === 'start') {
      group = 1;
      before = 'unit';
    } else if (word === 'hundred' && group > 0 && group < 10) {
      group *= 100;
      before = 'scale';
    } else if (word === 'thousand' && group > 0 && total === 0) {
      total = group * 1000;
      group = 0;
      before = 'scale';
    } else if (word === 'and' && before === 'scale') {
      before = 'and';
    } else return undefined;
  }
  const isArticle = words.length === 1 && words[0] === 'a';
  return before === 'and' || isArticle ? undefined : total + group;
}
