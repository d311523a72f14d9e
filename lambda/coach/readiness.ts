import { forgetting_curve, generatorParameters } from 'ts-fsrs';
import type { Field } from '../bank/types';
import type { Card, Day } from './card';

/** How a topic stands: said in words, never as a score. */
export interface TopicReadiness {
  readonly topic: string;
  /** Questions rated at least once. */
  readonly practised: number;
  readonly questions: number;
  /** Mean of best coverage times the chance to remember, 0–1, over what was practised; for comparing topics alone. */
  readonly strength: number;
  readonly shape: Shape;
}

/** In good shape; good so far with most of it still new; coming along; weak; not begun. The best comes first. */
export const SHAPES = ['ready', 'begun', 'coming', 'weak', 'new'] as const;
export type Shape = (typeof SHAPES)[number];

/** From this strength on a topic is good, or coming along. */
const GOOD = 0.75;
const FAIR = 0.5;
/** Of a topic that is ready, this share was practised. */
const MOST = 0.5;

const WEAKEST = 3;

/** The chance that what a card holds is still remembered on a day (the forgetting curve of FSRS-6). */
export const retrievability = (card: Card, today: Day): number =>
  card.attempts === 0 ? 0 : forgetting_curve(generatorParameters().w, Math.max(0, today - card.last), card.stability);

/** Every topic in which something was practised, the weakest first. */
export const readiness = (field: Field, deck: readonly Card[], today: Day): readonly TopicReadiness[] =>
  allTopics(field, deck, today).filter((t) => t.practised > 0);

/** Every topic that has questions, the weakest first. */
export function allTopics(field: Field, deck: readonly Card[], today: Day): readonly TopicReadiness[] {
  const cards = new Map(deck.map((card) => [card.question, card]));
  return field.topics
    .map(({ id }) => topicReadiness(field, id, cards, today))
    .filter((t) => t.questions > 0)
    .sort((a, b) => a.strength - b.strength);
}

/** True if a topic that was practised needs more of it. */
export const isWeak = ({ shape }: TopicReadiness): boolean => shape === 'weak' || shape === 'coming';

/** The weakest topics, three at the most. */
export const weakestTopics = (field: Field, deck: readonly Card[], today: Day): readonly TopicReadiness[] =>
  readiness(field, deck, today).slice(0, WEAKEST);

export function topicReadiness(
  field: Field,
  topic: string,
  cards: ReadonlyMap<number, Card>,
  today: Day,
): TopicReadiness {
  const questions = field.questions.filter((q) => q.topic === topic);
  const rated = questions.flatMap((q) => cards.get(q.number) ?? []).filter((card) => card.attempts > 0);
  const strengths = rated.map((card) => (card.best / 100) * retrievability(card, today));
  const strength = rated.length === 0 ? 0 : strengths.reduce((sum, s) => sum + s, 0) / rated.length;
  const counts = { practised: rated.length, questions: questions.length };
  return { topic, ...counts, strength, shape: shapeOf(strength, counts) };
}

function shapeOf(strength: number, { practised, questions }: Pick<TopicReadiness, 'practised' | 'questions'>): Shape {
  if (practised === 0) return 'new';
  if (strength >= GOOD) return practised >= questions * MOST ? 'ready' : 'begun';
  return strength >= FAIR ? 'coming' : 'weak';
}
