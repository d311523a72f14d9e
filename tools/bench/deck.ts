import { newMe } from '../../lambda/coach/begin';
import type { Card } from '../../lambda/coach/card';
import type { ProgressStore, Who } from '../../lambda/ports/store';

/** Learners with so many cards, from a new one to one who has been through many fields' worth of questions. */
export const DECKS = [0, 60, 250, 2000] as const;

const DAY = 86_400_000;
const hash = (n: number): string => n.toString(16).padStart(16, '0');

/**
 * A learner who began a day before `now` (milliseconds since 1970), with so many cards, all of them long known. None of them is a question
 * of the field, so that what is measured is the weight of a deck, with new questions on top.
 */
export async function beginWithDeck(store: ProgressStore, who: Who, field: string, count: number, now: number) {
  if (count === 0) return;
  const yesterday = (now - DAY) / 1000;
  const me = { ...newMe(hash(count), field), launches: 3 };
  await store.begin(who, me, yesterday);
  const cards = Array.from({ length: count }, (_, i): Card => card(1000 + i, Math.floor(now / DAY)));
  await store.saveField(who, { field, epoch: me.epoch, version: undefined, seen: [hash(0)], cards }, yesterday);
}

const card = (question: number, today: number): Card => ({
  question,
  stability: 40,
  difficulty: 5,
  due: today + 30,
  last: today - 10,
  attempts: 3,
  lapses: 0,
  best: 80,
  missed: 0,
});
