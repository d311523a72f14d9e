/** The words that come closest to one that was mistyped, the closest first; only those of which no more than half would have to change. */
export const nearest = (typed: string, words: readonly string[], most: number): readonly string[] =>
  words
    .map((word) => ({ word, far: distance(word, typed) }))
    .filter(({ word, far }) => far <= Math.max(word.length, typed.length) / 2)
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ word }) => word);

/** "Did you mean check?", with a blank before it; nothing where no word comes close. */
export function didYouMean(typed: string, words: readonly string[]): string {
  const [word] = nearest(typed, words, 1);
  return word === undefined ? '' : ` Did you mean ${word}?`;
}

/** How many letters have to change to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
