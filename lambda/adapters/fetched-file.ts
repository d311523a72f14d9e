import { Elsewhere } from '../ports/elsewhere';
import type { BankFile } from './bank-file';

/** Gives `length` bytes of something elsewhere from `offset` on. */
export type FetchRange = (offset: number, length: number) => Promise<Uint8Array>;

/** Stretches that stay here, still packed, until they are read; a turn needs two at the most. */
const KEPT = 4;

/** A file of the bank that lies elsewhere: a stretch of it is fetched when it is first read. */
export function fetchedFile(
  path: string,
  fetchRange: FetchRange,
): BankFile & { ahead(offset: number, length: number): void } {
  const here = new Map<number, Uint8Array>();
  const under = new Map<number, Promise<void>>();
  const bring = async (offset: number, length: number): Promise<void> => {
    const bytes = await fetchRange(offset, length);
    here.delete(offset);
    here.set(offset, bytes);
    for (const oldest of here.keys()) if (here.size > KEPT) here.delete(oldest);
  };
  const fetch = (offset: number, length: number): Promise<void> => {
    const begun = under.get(offset) ?? bring(offset, length).finally(() => under.delete(offset));
    under.set(offset, begun);
    return begun;
  };
  return {
    path,
    read: (offset, length) => {
      const bytes = here.get(offset);
      if (!bytes) throw new Elsewhere(`byte ${offset} of ${path}`, () => fetch(offset, length));
      return bytes;
    },
    // What fails now is tried again, and reported, when it is needed.
    ahead: (offset, length) => void fetch(offset, length).catch(() => {}),
    close: () => here.clear(),
  };
}
