import type { Field, Question } from '../../lambda/bank/types';

/** Parts of a question that an opened bank reads when they are first looked at; no comparison of objects sees them. */
const DEEP = [
  'ask',
  'why',
  'hint',
  'keyPoints',
  'redFlags',
  'misconceptions',
  'sampleShort',
  'sampleLong',
  'followUps',
  'links',
  'terms',
] as const satisfies readonly (keyof Question)[];

/** A field as plain data, each of its questions read whole. */
export const readWhole = (field: Field | undefined): Field | undefined =>
  field && { ...field, questions: field.questions.map(wholeOf) };

const wholeOf = (question: Question): Question => {
  const deep = Object.fromEntries(DEEP.map((key) => [key, question[key]]));
  return { ...question, ...deep };
};
