/** Words of a text as recognition is judged by: lower case, no punctuation. */
const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];

/** Word error rate of what was recognized: words wrong, lost and added over the words spoken. 0 is perfect; it may pass 1. */
export function wordErrorRate(pairs: readonly { readonly spoken: string; readonly heard: string }[]): number {
  const each = pairs.map(({ spoken, heard }) => ({ spoken: wordsOf(spoken), heard: wordsOf(heard) }));
  const errors = each.reduce((sum, { spoken, heard }) => sum + distance(spoken, heard), 0);
  return (
    errors /
    Math.max(
      1,
      each.reduce((sum, { spoken }) => sum + spoken.length, 0),
    )
  );
}

/** The fewest words to change, take out and put in. */
function distance(from: readonly string[], to: readonly string[]): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  from.forEach((word, i) => {
    const next = [i + 1];
    to.forEach((other, j) => {
      const same = (row[j] ?? 0) + (word === other ? 0 : 1);
      next.push(Math.min(same, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    });
    row = next;
  });
  return row.at(-1) ?? 0;
}
