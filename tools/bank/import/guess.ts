import type { Kind } from '../../../lambda/bank/types';

/** What kind of question it probably is; the author looks over it. */
export function kindOf(ask: string): Kind {
  if (
    /\b(?:your experience|have you|describe a (?:time|situation)|tell (?:me|us) about a time|give an example)\b/i.test(
      ask,
    )
  )
    return 'behavioural';
  if (/^why\b|\b(?:interests? you|motivates? you|attracts? you|see yourself)\b/i.test(ask)) return 'motivational';
  if (/\b(?:what would you|how would you|how do you|what do you do|would you)\b/i.test(ask)) return 'situational';
  return 'knowledge';
}

/** What a field belongs to, where the introduction says so: "Library and Information Science is a field that …". */
export const areaOf = (introduction: readonly string[]): string | undefined =>
  introduction.flatMap(
    (text) => /^([A-Z][\w ,'-]{2,60}?) is (?:a|the|an) field\b/.exec(text)?.[1]?.toLowerCase() ?? [],
  )[0];

/** "records technician" → "records technicians" */
export function pluralOf(name: string): string {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

/** A prefix of two to four letters that no other field has: the initials, then more of the last word, then letters of the alphabet. */
export function prefixOf(name: string, taken: ReadonlySet<string>): string | undefined {
  const words = name
    .replace(/[^a-z ]/g, '')
    .split(' ')
    .filter((word) => word !== '');
  const initials = words
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 3);
  const letters = [...(words.at(-1)?.slice(1) ?? ''), ...'abcdefghijklmnopqrstuvwxyz'];
  const candidates = [initials, words.join('').slice(0, 2), ...letters.map((letter) => `${initials}${letter}`)];
  return candidates.find((candidate) => /^[a-z]{2,4}$/.test(candidate) && !taken.has(candidate));
}

/** The plain letters of a text: é is an e. */
export const plainLetters = (text: string): string => text.normalize('NFKD').replace(/\p{M}+/gu, '');

/** Letters, digits and hyphens, for ids. */
export const slugOf = (text: string): string =>
  plainLetters(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
