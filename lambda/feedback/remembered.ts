/** Enough for everybody's words in a language; beyond, it begins anew, so that strange words never fill the memory. */
const MOST = 10_000;

/** The same function of a word, which remembers what it gave: most words are everyday ones. */
export function remembered<T extends object | string>(of: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const now = of(word);
    known.set(word, now);
    return now;
  };
}
