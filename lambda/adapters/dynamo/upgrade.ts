import { StoreUnavailableError } from '../../ports/store';
import type { Calls } from './calls';
import { type Item, isStill } from './items';

/** Makes an item of one schema out of one of the schema before. Whatever it does not know, it leaves in place. */
export type Step = (item: Item) => Item;

/**
 * One step for each schema after the first: the first makes schema 2 out of schema 1. Nobody's progress is ever too old, so a step stays for ever,
 * as do the items of every schema that `test/adapters` keeps. Whoever changes what an attribute means raises `SCHEMA` in `items.ts` and
 * adds a step here; a new attribute that may be absent needs neither.
 */
export const STEPS: readonly Step[] = [];

/** Somebody who writes at the same moment gets through first; after so many times one gives up. */
const TRIES = 3;

/**
 * Reads the items of a learner and writes older ones anew in the present schema, each only as it was read. That comes before anything
 * else, because a turn changes single attributes: in an older item they would stand among others that mean something else.
 * @throws StoreUnavailableError
 */
export async function presentItems(
  calls: Pick<Calls, 'rows' | 'put'>,
  pk: string,
  prefix: string,
  steps: readonly Step[] = STEPS,
): Promise<readonly Item[]> {
  for (let tries = 0; tries < TRIES; tries++) {
    const items = await calls.rows(pk, prefix);
    const present = items.map((item) => upgraded(item, steps));
    const written = await Promise.all(
      present.map((item, i) => {
        const before = items[i];
        return before === undefined || item === before ? 'saved' : calls.put(item, isStill(before));
      }),
    );
    if (written.every((saved) => saved === 'saved')) return present;
  }
  throw new StoreUnavailableError(`Older items kept changing while they were upgraded (${TRIES} times).`);
}

/** The item in the present schema: itself when it is of it, of a newer one, or of none. */
export function upgraded(item: Item, steps: readonly Step[] = STEPS): Item {
  const schema = Number(item.schema?.N);
  const missing = Number.isInteger(schema) && schema >= 1 ? steps.slice(schema - 1) : [];
  if (missing.length === 0) return item;
  const now = missing.reduce((older, step) => step(older), item);
  return { ...now, schema: { N: String(schema + missing.length) } };
}
