/**
 * Thrown by a look-up whose answer lies elsewhere and has to be fetched first. Look-ups stay plain functions that way, and so does all
 * that makes them: whoever stands at the edge fetches, and has it looked up again.
 */
export class Elsewhere extends Error {
  override readonly name = 'Elsewhere';
  /** Brings it here. Rejects when it cannot be had. */
  readonly fetch: () => Promise<void>;

  constructor(what: string, fetch: () => Promise<void>) {
    super(`${what} is not here yet`);
    this.fetch = fetch;
  }
}

/** A look-up may lead from one thing elsewhere to another; it never needs more than a few. */
const MOST_FETCHES = 6;

/**
 * What a look-up gives, with everything fetched that it turned out to need. It is made again after each fetch, so it must do nothing but
 * look, and decide the same each time. Rejects as the look-up or a fetch does.
 */
export async function withFetched<T>(look: () => T): Promise<T> {
  for (let fetches = 0; ; fetches++) {
    try {
      return look();
    } catch (cause) {
      if (!(cause instanceof Elsewhere) || fetches >= MOST_FETCHES) throw cause;
      await cause.fetch();
    }
  }
}
