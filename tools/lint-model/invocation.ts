import { eachModel, type Rule } from './rule';

const ARTICLES_AND_PREPOSITIONS = ['the', 'a', 'an', 'for', 'to', 'of', 'about', 'up', 'by', 'at', 'off', 'with'];
const LAUNCH = ['run', 'start', 'play', 'resume', 'use', 'launch', 'ask', 'open', 'tell', 'load', 'begin', 'enable'];
const CONNECTING = ['to', 'from', 'in', 'using', 'with', 'about', 'for', 'that', 'by', 'if', 'and', 'whether'];
const RESERVED = ['alexa', 'amazon', 'echo', 'computer', 'ziggy', 'skill', 'app'];

/** Letters, with an apostrophe for a possessive; or a letter and a period, for initials that are spelled. */
const WORD = /^(?:\p{Ll}+(?:'s|s')?|\p{Ll}\.)$/u;

/** Once published it can never change. */
const PUBLISHED_AS = 'interview rehearsal';

/** A check of the invocation name's words; it gives a fault or nothing. */
const nameRule = (id: string, says: string, fault: (words: readonly string[]) => string | undefined): Rule => ({
  id,
  says,
  check: eachModel(({ languageModel: { invocationName } }) => {
    const found = fault(invocationName.split(' '));
    return found === undefined ? [] : [{ where: `invocation name "${invocationName}"`, fault: found }];
  }),
});

const without = (banned: readonly string[], why: string) => (words: readonly string[]) => {
  const found = words.find((word) => banned.includes(word));
  return found && `"${found}" ${why}: choose a name without it`;
};

export const INVOCATION_RULES: readonly Rule[] = [
  nameRule('a1', 'The invocation name has two words or more.', (words) =>
    words.length < 2 ? 'it has one word: add another' : undefined,
  ),
  nameRule('a2', 'An invocation name of two words has no article or preposition.', (words) =>
    words.length === 2 ? without(ARTICLES_AND_PREPOSITIONS, 'is an article or preposition')(words) : undefined,
  ),
  nameRule('a3', 'The invocation name has no word that launches skills.', without(LAUNCH, 'launches skills')),
  nameRule('a4', 'The invocation name has no connecting word.', without(CONNECTING, 'connects name and request')),
  nameRule('a5', 'The invocation name has no wake word or reserved word.', without(RESERVED, 'is reserved')),
  nameRule('a6', 'The invocation name has lower-case letters, blanks and possessive apostrophes only.', (words) => {
    const odd = words.find((word) => !WORD.test(word));
    return odd === undefined ? undefined : `"${odd}" is not written in lower-case letters: spell it out`;
  }),
  nameRule('a7', 'The invocation name stays as it was published.', (words) =>
    words.join(' ') === PUBLISHED_AS ? undefined : `a published name never changes: put "${PUBLISHED_AS}" back`,
  ),
];
