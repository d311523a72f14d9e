import fc from 'fast-check';
import type { Field } from '../../lambda/bank/types';
import { KINDS, LEVELS } from '../../lambda/bank/types';
import type { Card } from '../../lambda/coach/card';
import { choose, dueOn, fits, HAND_SIZE } from '../../lambda/coach/choose';
import type { Filter } from '../../lambda/coach/heard';
import { BANK, TODAY } from './fixtures';

const CLERK = field('clerk');

function field(id: string): Field {
  const found = BANK.field(id);
  if (found === undefined) throw new Error(`no field ${id}`);
  return found;
}

const cardOf = (question: number, more: Partial<Card> = {}): Card => ({
  question,
  stability: 5,
  difficulty: 5,
  due: TODAY + 10,
  last: TODAY - 5,
  attempts: 1,
  lapses: 0,
  best: 50,
  missed: 0,
  ...more,
});

const due = (question: number, days = 0) => cardOf(question, { due: TODAY - days });
const putAway = (question: number, days = 1) =>
  cardOf(question, { attempts: 0, due: TODAY - days, last: TODAY - days, best: 0 });
const weak = (question: number, best: number) => cardOf(question, { best });
const today = (question: number) => cardOf(question, { last: TODAY, due: TODAY + 3 });

const chosen = (
  deck: readonly Card[],
  more: { filter?: Filter; but?: number; after?: string; key?: string } = {},
): number[] =>
  choose({ field: CLERK, deck, filter: {}, today: TODAY, key: 'key', ...more }).map(({ question }) => question);

/** Deck with every question but these practised today, so that only they are of interest. */
const only = (...cards: readonly Card[]): Card[] => [
  ...cards,
  ...CLERK.questions.filter((q) => !cards.some((c) => c.question === q.number)).map((q) => today(q.number)),
];

const topicOf = (number: number) => CLERK.questions.find((q) => q.number === number)?.topic;

describe('what comes next', () => {
  test('due, then unseen, then put away, then weakest, then what was practised today', () => {
    const deck = [today(1), weak(3, 40), putAway(4), due(6)];
    const unseen = [10, 2, 5, 7, 8, 9];
    const order: number[] = [];
    for (let cards: Card[] = deck; order.length < 10; ) {
      const next = chosen(cards)[0] ?? Number.NaN;
      order.push(next);
      cards = [...cards.filter((c) => c.question !== next), cardOf(next, { last: TODAY + 1, attempts: 9 })];
    }
    expect(order[0]).toBe(6);
    expect([...order.slice(1, 7)].sort()).toEqual(unseen);
    expect(order.slice(7)).toEqual([4, 3, 1]);
  });

  test.each<[string, readonly Card[], readonly number[]]>([
    ['of those due, the most overdue', [due(1, 1), due(3, 9), due(6, 4)], [3, 6, 1]],
    ['of those put away, the one put away longest ago', [putAway(1, 1), putAway(3, 9), putAway(6, 4)], [3, 6, 1]],
    ['of the rest, the one that went worst', [weak(1, 80), weak(3, 20), weak(6, 50)], [3, 6, 1]],
  ])('%s', (_, cards, expected) => {
    expect(chosen(only(...cards)).slice(0, 3)).toEqual(expected);
  });

  test('of those practised today, the least practised', () => {
    const deck = CLERK.questions.map((q) => cardOf(q.number, { last: TODAY, attempts: q.number === 5 ? 1 : 4 }));
    expect(chosen(deck)[0]).toBe(5);
  });

  test('a question put away today waits until tomorrow', () => {
    expect(chosen(only(putAway(1, 0), weak(3, 90)))[0]).toBe(3);
    expect(chosen(only(putAway(1, 1), weak(3, 10)))[0]).toBe(1);
  });

  test('topics mix while the order of the groups allows', () => {
    const deck = only(due(3, 9), due(4, 8), due(5, 7), due(6, 1));
    expect(chosen(deck)).toEqual([3, 6, 4, 5]);
    expect(chosen(deck, { after: 'scanning' })).toEqual([6, 3, 4, 5]);
    expect(chosen(only(due(3), weak(6, 1)), { after: 'scanning' })).toEqual(expect.arrayContaining([3]));
    expect(chosen(only(due(3), weak(6, 1)), { after: 'scanning' })[0]).toBe(3);
  });

  test('the question on the table does not come', () => {
    expect(chosen(only(due(3, 9), due(6)), { but: 3 })[0]).toBe(6);
    expect(chosen([], { but: 3 })).not.toContain(3);
  });
});

describe('a beginning', () => {
  const levelOf = (number: number) => CLERK.questions.find((q) => q.number === number)?.level;
  const keys = Array.from({ length: 40 }, (_, i) => `key-${i}`);

  test('is gentle: the first questions of all are for beginners', () => {
    for (const key of keys) {
      expect(chosen([], { key }).map(levelOf)).toEqual(['entry', 'entry', 'entry', 'entry']);
    }
  });

  test('is as hard as asked for', () => {
    expect(chosen([], { filter: { level: 'senior' } }).map(levelOf)).toEqual(['senior']);
  });

  test('differs from listener to listener, and is the same for the same request', () => {
    const firsts = keys.map((key) => chosen([], { key })[0]);
    expect(new Set(firsts).size).toBeGreaterThan(2);
    expect(keys.map((key) => chosen([], { key })[0])).toEqual(firsts);
  });

  test('is over with the first card', () => {
    const levels = new Set(keys.flatMap((key) => chosen([today(1)], { key }).map(levelOf)));
    expect([...levels].sort()).toEqual(['entry', 'experienced', 'senior']);
  });
});

const anyCard = (question: number): fc.Arbitrary<Card | undefined> =>
  fc.option(
    fc
      .record({
        due: fc.integer({ min: TODAY - 9, max: TODAY + 9 }),
        last: fc.integer({ min: TODAY - 9, max: TODAY }),
        attempts: fc.nat(3),
        best: fc.nat(100),
      })
      .map((more) => cardOf(question, more)),
    { nil: undefined },
  );
const anyDeck = fc
  .tuple(...CLERK.questions.map((q) => anyCard(q.number)))
  .map((cards) => cards.flatMap((c) => c ?? []));
const anyFilter: fc.Arbitrary<Filter> = fc.record(
  {
    topic: fc.constantFrom('holds', 'scanning', 'people', 'unknown'),
    level: fc.constantFrom(...LEVELS),
    kind: fc.constantFrom(...KINDS),
  },
  { requiredKeys: [] },
);
const anyKey = fc.string();

test('only what fits is chosen, each once, with its card, as many as there are room and questions for', () => {
  fc.assert(
    fc.property(anyDeck, anyFilter, anyKey, (deck, filter, key) => {
      const hand = choose({ field: CLERK, deck, filter, today: TODAY, key });
      const fitting = CLERK.questions.filter((q) => fits(q, filter));
      expect(hand).toHaveLength(Math.min(HAND_SIZE, fitting.length));
      expect(new Set(hand.map((h) => h.question)).size).toBe(hand.length);
      for (const { question, card } of hand) {
        expect(fitting.map((q) => q.number)).toContain(question);
        expect(card).toEqual(deck.find((c) => c.question === question));
      }
    }),
  );
});

test('nothing is repeated while something unseen fits, unless it is due', () => {
  fc.assert(
    fc.property(anyDeck, anyFilter, anyKey, (deck, filter, key) => {
      const hand = choose({ field: CLERK, deck, filter, today: TODAY, key });
      const unseen = CLERK.questions.filter((q) => fits(q, filter) && !deck.some((c) => c.question === q.number));
      const isDue = (card: Card) => card.attempts > 0 && card.last < TODAY && card.due <= TODAY;
      const repeated = hand.filter(({ card }) => card && !isDue(card));
      if (repeated.length > 0) {
        expect(unseen.every((q) => hand.some((h) => h.question === q.number))).toBe(true);
      }
    }),
  );
});

test('two of a topic follow each other only where no other topic of the same group is left', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 5 }), anyKey, (numbers, key) => {
      const hand = chosen(only(...numbers.map((n, i) => due(n, i))), { key });
      hand.forEach((number, i) => {
        if (i === 0 || topicOf(number) !== topicOf(hand[i - 1] ?? 0)) return;
        const left = numbers.filter((n) => !hand.slice(0, i).includes(n));
        expect(left.every((n) => topicOf(n) === topicOf(number))).toBe(true);
      });
    }),
  );
});

test('what is due is what was answered before today and whose day has come', () => {
  expect(
    dueOn(CLERK, [due(1), due(2, 5), weak(3, 0), putAway(4), today(5), cardOf(6, { last: TODAY, due: TODAY })], TODAY),
  ).toBe(2);
});
