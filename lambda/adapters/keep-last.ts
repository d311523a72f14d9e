/** Something kept, and what it weighs. */
export interface Sized<T> {
  readonly value: T;
  readonly bytes: number;
}

/** How much is kept at the most. */
export interface Limits {
  readonly entries: number;
  readonly bytes: number;
}

/** Keeps what was asked for last, within the limits. What is not there is not kept. */
export function keepLast<T>(
  limits: Limits,
  load: (key: string) => Sized<T> | undefined,
): (key: string) => T | undefined {
  const kept = new Map<string, Sized<T>>();
  return (key) => {
    const entry = kept.get(key) ?? load(key);
    if (!entry) return undefined;
    kept.delete(key);
    kept.set(key, entry);
    let bytes = [...kept.values()].reduce((sum, each) => sum + each.bytes, 0);
    for (const [oldest, each] of kept) {
      if (kept.size <= limits.entries && bytes <= limits.bytes) break;
      kept.delete(oldest);
      bytes -= each.bytes;
    }
    return entry.value;
  };
}

/** Made when first needed, and kept. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
