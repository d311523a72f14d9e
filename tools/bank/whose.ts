import type { FactSource, QuestionSource, TrapSource } from '../../lambda/bank/schema';
import type { Jurisdiction } from '../../lambda/bank/types';

/** Facts of a folder by their ids. */
export type Facts = ReadonlyMap<string, FactSource>;

/** Words by which a correction says itself where it holds. */
const NAMED: { readonly [J in Exclude<Jurisdiction, 'general' | 'international'>]: RegExp } = {
  us: /United States|America|\bfederal|HIPAA|Sarbanes/i,
  'us-federal': /United States|America|\bfederal|National Archives|NIST|Freedom of Information Act|Defense Department/i,
  'us-ca': /California/i,
  uk: /United Kingdom|Britain|British|Europe/i,
  eu: /Europe/i,
};

/**
 * Whose rule a correction is, where the question is about no place, or another, and the correction does not say it itself. It takes facts
 * that all hold in the same place; what rests on an international standard holds anywhere.
 */
export function whoseRule(
  trap: TrapSource,
  question: Pick<QuestionSource, 'jurisdiction'>,
  facts: Facts,
): Jurisdiction | undefined {
  const places = new Set((trap.facts ?? []).flatMap((id) => facts.get(id)?.jurisdiction ?? []));
  const [place, another] = places;
  if (place === undefined || another !== undefined || place === question.jurisdiction) return undefined;
  if (place === 'general' || place === 'international') return undefined;
  if (place === 'us' && question.jurisdiction.startsWith('us-')) return undefined;
  return NAMED[place].test(trap.correction) ? undefined : place;
}
