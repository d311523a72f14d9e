import { createHash } from 'node:crypto';
import type { Who } from '../../ports/store';

/**
 * Keys of the table. Ids of people leave the process only as SHA-256:
 *
 *   pk = hash of the household's userId
 *   sk = <who>#me | <who>#field#<field>      who = `household`, or the first 32 hex digits of the hash of a personId
 */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** The partition of a household. */
export const partitionOf = (household: string): string => sha256(household);

/** What the sort keys of one learner begin with. 128 bits tell the persons of one household apart. */
export const prefixOf = (who: Who): string =>
  `${who.person === undefined ? 'household' : sha256(who.person).slice(0, 32)}#`;

/** Key of the learner's own item. */
export const meKey = (who: Who): Key => ({ pk: partitionOf(who.household), sk: `${prefixOf(who)}me` });

/** Key of one field's item. */
export const fieldKey = (who: Who, field: string): Key => ({
  pk: partitionOf(who.household),
  sk: `${prefixOf(who)}field#${field}`,
});

/** What a sort key names. */
export type Named = { readonly is: 'me' } | { readonly is: 'field'; readonly field: string } | { readonly is: 'other' };

/** Reads a sort key. */
export function namedBy(sk: string): Named {
  const [, kind, ...rest] = sk.split('#');
  if (kind === 'me' && rest.length === 0) return { is: 'me' };
  const field = rest.join('#');
  return kind === 'field' && field !== '' ? { is: 'field', field } : { is: 'other' };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
