import { createHash, randomUUID } from 'node:crypto';

/** Ids as Alexa makes them. */
export interface Ids {
  readonly request: () => string;
  readonly session: () => string;
  /** How many were made, those of earlier runs included. */
  readonly made: () => number;
}

/**
 * Ids that follow from a seed and a count, so that a conversation can be had again word for word; random without a seed.
 * `from` is the count of earlier runs on the same store: a second run must not repeat the ids of the first.
 */
export function idsFrom(seed?: string, from = 0): Ids {
  let count = from;
  const next = () => {
    count += 1;
    return seed === undefined ? randomUUID() : uuidOf(`${seed} ${count}`);
  };
  return {
    request: () => `amzn1.echo-api.request.${next()}`,
    session: () => `amzn1.echo-api.session.${next()}`,
    made: () => count,
  };
}

/** A UUID (version 4 in form) that follows from a text. */
export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A long capital id, as device and person ids are. */
export const longId = (text: string): string => createHash('sha256').update(text).digest('hex').toUpperCase();
