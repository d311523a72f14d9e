import type { Common, Field, PackedField, Question } from './types';

/** The whole field: what is its own, then the common questions that it inherits, under their numbers in this field. */
export function inheriting<Q extends Pick<Question, 'id' | 'topic' | 'number'>>(
  { inherits = {}, ...own }: PackedField<Q>,
  common: Common<Q>,
): Field<Q> {
  const questions = common.questions.flatMap((question) => {
    const number = inherits[question.id];
    return number === undefined ? [] : [{ ...question, number }];
  });
  if (questions.length === 0) return own;
  const topics = common.topics.filter(({ id }) => questions.some((question) => question.topic === id));
  return {
    ...own,
    topics: [...own.topics, ...topics],
    questions: [...own.questions, ...questions],
    links: [...own.links, ...common.links],
    terms: [...own.terms, ...common.terms],
  };
}
