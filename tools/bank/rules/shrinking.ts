import { isFiller } from '../../../lambda/feedback/phrase';
import { phraseOf } from '../phrase';
import { note, type Problem, warning } from '../problem';
import { type Answer, answersFor, FEWEST_ANSWERS } from './elsewhere';
import { type ClaimRef, claimsOf, type FolderRule } from './rule';

/** Share of the other topics' answers from which on a single word says little. */
const SAYS_LITTLE = 0.05;

/**
 * A phrase that is compared as a single everyday word, since little words are not compared, is heard wherever that word is said. It is a
 * warning where that alone makes the claim, and a note where another slot has to be filled as well.
 */
export const phrasesKeepTheirWords: FolderRule = (folder, context) => {
  const answers = answersFor(folder, context);
  const said = stemsIn(answers);
  return folder.questions.flatMap((compiled) => {
    const { topic } = compiled.question;
    const others = answers.filter((answer) => answer.topic !== topic).length;
    if (others < FEWEST_ANSWERS) return [];
    return claimsOf(compiled).flatMap((ref) =>
      shrunkIn(ref).flatMap(({ written, stem, slot, i }): Problem[] => {
        const count = said.get(stem)?.filter((other) => other !== topic).length ?? 0;
        if (count / others <= SAYS_LITTLE) return [];
        const message = `${ref.label}: "${written}" is compared as "${stem}", which stands in ${count} of ${others} long sample answers of other topics; add a word that carries the point`;
        return [(ref.claim.slots.length === 1 ? warning : note)(ref.at('slots', slot, i), message)];
      }),
    );
  });
};

/** By stem: the topics of the answers in which it is said. */
function stemsIn(answers: readonly Answer[]): ReadonlyMap<string, readonly string[]> {
  const topics = new Map<string, string[]>();
  for (const { topic, reading } of answers)
    for (const stem of new Set(reading.tokens.map((token) => token.stem)))
      topics.set(stem, [...(topics.get(stem) ?? []), topic]);
  return topics;
}

interface Shrunk {
  readonly written: string;
  readonly stem: string;
  readonly slot: number;
  readonly i: number;
}

/** Alternatives that lose all but one word, and whose slot does not have that word alone as well. */
const shrunkIn = ({ source: { slots } }: ClaimRef): Shrunk[] =>
  slots.flatMap((alternatives, slot) => {
    const alone = new Set(alternatives.filter((written) => !written.includes(' ')).map(phraseOf));
    return alternatives.flatMap((written, i) => {
      const stem = phraseOf(written);
      const single = stem !== '' && !stem.includes(' ');
      const shrunk = single && written.split(' ').filter((word) => word !== '' && !isFiller(word)).length === 1;
      return shrunk && written.includes(' ') && !alone.has(stem) ? [{ written, stem, slot, i }] : [];
    });
  });
