import type { Question } from '../bank/types';
import type { Note } from './acts';
import type { Card } from './card';
import { dueOn, inMix } from './choose';
import { allPoints, type Decision, type Draft, noted, played, questionOf, says } from './draft';
import { noTopic } from './fields';
import type { Heard } from './heard';
import { handOf } from './question';
import { countOf } from './rate';
import { allTopics, isWeak, SHAPES, type TopicReadiness } from './readiness';
import { reask } from './reask';
import { streakNow } from './streak';

type Wish = Extract<Heard, { kind: 'progress' | 'progress-more' | 'weak-topics' | 'topic-progress' }>;

const NAMED = 3;

/** How one is doing, from the cards. What was asked stays asked; the card in the app has every topic. */
export function progress(d: Draft, wish: Wish): Decision {
  const { play } = d.learner;
  if (play.deck === undefined) return { kind: 'needs-deck', field: play.field };
  if (d.learner.adrift) return reask(says(d, { act: 'progress-unknown' }));
  const now = standingOf(d, play.deck);
  return reask(told(noted(withHand(d), note(d, now)), now, wish));
}

/** What the cards say of the questions that the bank still has. */
interface Progress {
  readonly rated: readonly { readonly question: Question; readonly card: Card }[];
  /** Those of the mix, and others in which something was practised. */
  readonly topics: readonly TopicReadiness[];
  readonly due: number;
  readonly streak: number;
}

function standingOf(d: Draft, deck: readonly Card[]): Progress {
  const mix = inMix(d.field, d.learner.me.setting);
  const asked = new Set(mix.questions.map((question) => question.topic));
  const known = deck.filter((card) => questionOf(d.field, card.question) !== undefined);
  return {
    rated: known.flatMap((card) => {
      const question = questionOf(d.field, card.question);
      return question && card.attempts > 0 ? [{ question, card }] : [];
    }),
    topics: allTopics(d.field, known, d.c.today).filter((t) => t.practised > 0 || asked.has(t.topic)),
    due: dueOn(mix, known, d.c.today),
    streak: streakNow(d.learner.me, d.c.today),
  };
}

function told(d: Draft, now: Progress, wish: Wish): Draft {
  if (wish.kind === 'topic-progress') return onTopic(d, now, wish);
  if (now.rated.length === 0) return says(d, { act: 'no-progress' });
  switch (wish.kind) {
    case 'progress':
      return overall(d, now);
    case 'progress-more':
      return says(d, { act: 'by-topic', groups: groupsOf(d, now) });
    case 'weak-topics': {
      const weak = practised(now).filter(isWeak).slice(0, NAMED);
      return says(d, { act: 'weak-topics', names: weak.map((t) => nameOf(d, t)) });
    }
  }
}

/** Topics in which something was practised, the weakest first. */
const practised = ({ topics }: Progress): readonly TopicReadiness[] => topics.filter((t) => t.practised > 0);

/** Nothing is called strong that is weak, nor weak that is strong. */
function overall(d: Draft, now: Progress): Draft {
  const [weakest, strongest] = [practised(now)[0], practised(now).at(-1)];
  return says(d, {
    act: 'progress',
    answered: now.rated.length,
    questions: inMix(d.field, d.learner.me.setting).questions.length,
    ...pointsIn(now.rated),
    due: now.due,
    streak: now.streak,
    ...(strongest && !isWeak(strongest) && { strongest: nameOf(d, strongest) }),
    ...(weakest && isWeak(weakest) && { weakest: nameOf(d, weakest) }),
  });
}

function onTopic(d: Draft, now: Progress, { topic, missing }: Extract<Wish, { kind: 'topic-progress' }>): Draft {
  const found = allTopics(d.field, d.learner.play.deck ?? [], d.c.today).find((t) => t.topic === topic);
  if (found === undefined) return noTopic(d, missing ?? 'that');
  const name = nameOf(d, found);
  if (found.practised === 0) return says(d, { act: 'topic-new', topic: name, questions: found.questions });
  return says(d, {
    act: 'topic-progress',
    topic: name,
    answered: found.practised,
    questions: found.questions,
    ...pointsIn(now.rated.filter(({ question }) => question.topic === topic)),
    shape: found.shape,
  });
}

/** Points that were covered at one time or another, of those that count, over what was practised. */
function pointsIn(rated: Progress['rated']): { readonly said: number; readonly of: number } {
  const counts = rated.map(({ question, card }) => countOf(question, allPoints(question) & ~card.missed));
  return {
    said: counts.reduce((sum, c) => sum + c.said, 0),
    of: counts.reduce((sum, c) => sum + c.of, 0),
  };
}

const groupsOf = (d: Draft, { topics }: Progress) =>
  SHAPES.map((shape) => {
    const names = topics.filter((t) => t.shape === shape).map((t) => nameOf(d, t));
    return { shape, names: names.slice(0, NAMED), more: Math.max(0, names.length - NAMED) };
  }).filter(({ names }) => names.length > 0);

const note = (d: Draft, now: Progress): Note => ({
  note: 'progress',
  answered: now.rated.length,
  questions: inMix(d.field, d.learner.me.setting).questions.length,
  ...pointsIn(now.rated),
  due: now.due,
  streak: now.streak,
  topics: [...now.topics]
    .sort((a, b) => SHAPES.indexOf(a.shape) - SHAPES.indexOf(b.shape))
    .map((t) => ({ name: nameOf(d, t), answered: t.practised, questions: t.questions, shape: t.shape })),
});

const nameOf = (d: Draft, { topic }: TopicReadiness): string =>
  d.field.topics.find(({ id }) => id === topic)?.name ?? topic;

/** Having read costs the questions in hand: they are taken along again, so that the next one need not read. */
function withHand(d: Draft): Draft {
  const { session, play } = d.learner;
  const { deck = [] } = play;
  if (play.hand.length > 0 || play.untidy) return d;
  if (session === undefined) return played(d, { hand: handOf(d, play.filter) });
  const hand = session.plan.slice(session.position + 1).map((question) => {
    const card = deck.find((c) => c.question === question);
    return { question, ...(card && { card }) };
  });
  return played(d, { hand });
}
