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
}

const WEAKEST = 3;

/** The chance that what a card holds is still remembered on a day (the forgetting curve of FSRS-6). */
export const retrievability = (card: Card, today: Day): number =>
  card.attempts === 0 ? 0 : forgetting_curve(generatorParameters().w, Math.max(0, today - card.last), card.stability);

/** Every topic in which something was practised, the weakest first. */
export function readiness(field: Field, deck: readonly Card[], today: Day): readonly TopicReadiness[] {
  const cards = new Map(deck.map((card) => [card.question, card]));
  return field.topics
    .map(({ id }) => topicReadiness(field, id, cards, today))
    .filter((t) => t.practised > 0)
    .sort((a, b) => a.strength - b.strength);
}

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
  return {
    topic,
    practised: rated.length,
    questions: questions.length,
    strength: rated.length === 0 ? 0 : strengths.reduce((sum, s) => sum + s, 0) / rated.length,
  };
}
