import type { Common, Field, PackedField } from './types';

/** The whole field: what is its own, then the common questions that it inherits, under their numbers in this field. */
export function inheriting({ inherits = {}, ...own }: PackedField, common: Common): Field {
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
