import type { Link, Question } from '../bank/types';
import { type Draft, noted, questionOf, says } from './draft';

/** So many pages a session remembers: a card has room for them all. */
const REMEMBERED = 12;

/** Sends the page that fits best: the question's, else the topic's, else the field's page of more questions. */
export function linkTo(d: Draft, question: Question | undefined): Draft {
  const topic = d.field.topics.find((t) => t.id === (question?.topic ?? d.learner.play.topic));
  const link = [question?.links[0], topic?.link, d.field.moreQuestions].map((id) => byId(d, id)).find(Boolean);
  return link ? sent(says(d, { act: 'link', name: link.name }), [link]) : says(d, { act: 'no-link' });
}

/** Sends the field's page of more questions. */
export function moreQuestions(d: Draft): Draft {
  const link = byId(d, d.field.moreQuestions);
  if (link === undefined) return says(d, { act: 'no-link' });
  return sent(says(d, { act: 'more-questions', name: link.name }), [link]);
}

/** Every page that these questions lead to, and every one that was sent before. */
export function allLinks(d: Draft, questions: readonly number[]): Draft {
  const ids = questions.flatMap((number) => questionOf(d.field, number)?.links ?? []);
  const links = [...new Set([...ids, ...(d.learner.sent ?? [])])].flatMap((id) => byId(d, id) ?? []);
  if (links.length === 0) return linkTo(d, undefined);
  return sent(says(d, { act: 'links', count: links.length }), links);
}

const byId = (d: Draft, id: string | undefined): Link | undefined => d.field.links.find((l) => l.id === id);

/** Puts pages on the card, before those that this session sent already: the newest card holds them all. */
function sent(d: Draft, links: readonly Link[]): Draft {
  const ids = [...new Set([...links.map(({ id }) => id), ...(d.learner.sent ?? [])])];
  const pages = ids.flatMap((id) => byId(d, id) ?? []);
  const shown = pages.map(({ name, offers, short, address }) => ({ name, offers, short, address }));
  const learner = { ...d.learner, sent: pages.map(({ id }) => id).slice(0, REMEMBERED) };
  return noted({ ...d, learner }, { note: 'links', links: shown });
}
