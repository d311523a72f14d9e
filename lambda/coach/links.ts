import type { Link, Question } from '../bank/types';
import { type Draft, noted, questionOf, says } from './draft';

/** Sends the page that fits best: the question's, else the topic's, else the field's page of more questions. */
export function linkTo(d: Draft, question: Question | undefined): Draft {
  const topic = d.field.topics.find((t) => t.id === (question?.topic ?? d.learner.play.topic));
  const link = [question?.links[0], topic?.link, d.field.moreQuestions].map((id) => byId(d, id)).find(Boolean);
  return link ? sent(says(d, { act: 'link', name: link.name }), link) : says(d, { act: 'no-link' });
}

/** Sends the field's page of more questions. */
export function moreQuestions(d: Draft): Draft {
  const link = byId(d, d.field.moreQuestions);
  if (link === undefined) return says(d, { act: 'no-link' });
  return sent(says(d, { act: 'more-questions', name: link.name }), link);
}

/** Every page that these questions lead to, on one card. */
export function allLinks(d: Draft, questions: readonly number[]): Draft {
  const ids = questions.flatMap((number) => questionOf(d.field, number)?.links ?? []);
  const links = [...new Set(ids)].flatMap((id) => byId(d, id) ?? []);
  if (links.length === 0) return linkTo(d, undefined);
  const shown = links.map(({ name, offers, short }) => ({ name, offers, short }));
  return noted(says(d, { act: 'links', count: links.length }), { note: 'links', links: shown });
}

const byId = (d: Draft, id: string | undefined): Link | undefined => d.field.links.find((l) => l.id === id);

const sent = (d: Draft, link: Link): Draft =>
  noted(d, { note: 'link', name: link.name, offers: link.offers, short: link.short });
