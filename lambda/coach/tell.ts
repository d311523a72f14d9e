import type { Question } from '../bank/types';
import type { Acts } from './acts';
import { type Draft, noted, says } from './draft';
import { missingOf, sayOf } from './review';

const NAMED_POINTS = 5;
const POINTS_IN_SHORT = 3;
/** Words of key points in one reply. */
const WORDS_ALONE = 36;
const WORDS_AFTER = 24;

/** Something of a question that is told; a draft may lack it. */
const told = (d: Draft, text: string, what: Acts['not-written']['what'], tell: () => Draft): Draft =>
  text === '' ? says(d, { act: 'not-written', what }) : tell();

export const hint = (d: Draft, { hint: text }: Question): Draft =>
  told(d, text, 'hint', () => says(d, { act: 'hint', text }));

/** Why interviewers ask it. */
export const reason = (d: Draft, { why: text }: Question): Draft =>
  told(d, text, 'reason', () => says(d, { act: 'why', text }));

/** The short sample answer, with the long one for the app. */
export const sample = (d: Draft, question: Question): Draft => spokenSample(d, question, question.sampleShort, false);

/** The long sample answer, aloud. */
export const longSample = (d: Draft, question: Question): Draft => spokenSample(d, question, question.sampleLong, true);

const spokenSample = (d: Draft, question: Question, text: string, long: boolean): Draft =>
  told(d, text, 'sample', () => {
    const said = says(d, { act: 'sample', text, long });
    return question.sampleLong === ''
      ? said
      : noted(said, { note: 'sample', question: question.ask, text: question.sampleLong });
  });

/** The key points by their spoken names, as many as the ear takes in, fewer after something else; all of them go to the app. */
export function keyPoints(d: Draft, question: Question): Draft {
  const all = question.keyPoints.map((p) => p.say);
  const points = fitting(all.slice(0, NAMED_POINTS), d.say.length > 0 ? WORDS_AFTER : WORDS_ALONE);
  return noted(says(d, { act: 'key-points', points, more: all.length - points.length }), {
    note: 'points',
    question: question.ask,
    points: all,
  });
}

/** The first texts that have no more words than that together. */
const fitting = (texts: readonly string[], words: number): readonly string[] =>
  texts.filter(
    (_, i) =>
      texts
        .slice(0, i + 1)
        .join(' ')
        .split(' ').length <= words,
  );

/** The most valuable key points alone. */
export function inShort(d: Draft, question: Question): Draft {
  const most = missingOf(question, 0).slice(0, POINTS_IN_SHORT);
  return says(d, { act: 'in-short', points: most.map((i) => sayOf(question, i)) });
}
