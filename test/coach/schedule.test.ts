import fc from 'fast-check';
import { createEmptyCard, type Card as FsrsCard, fsrs, Rating as Grade, StrategyMode } from 'ts-fsrs';
import { type Card, roundCard } from '../../lambda/coach/card';
import { applyLate, applyMark, type Mark } from '../../lambda/coach/schedule';
import { RATINGS, type Rating } from '../../lambda/feedback/types';

const Q = 7;
const START = 20_000;
const MS_A_DAY = 86_400_000;
const GRADES = { again: Grade.Again, hard: Grade.Hard, good: Grade.Good, easy: Grade.Easy } as const;
const COVERAGE: Readonly<Record<Rating, number>> = { again: 10, hard: 40, good: 70, easy: 95 };

const rating = fc.constantFrom(...RATINGS);
const gap = fc.oneof({ weight: 3, arbitrary: fc.nat(30) }, { weight: 1, arbitrary: fc.nat(500) });
/** Ratings, each so many days after the one before. */
const history = fc.array(fc.tuple(rating, gap), { minLength: 1, maxLength: 12 });

const rated = (of: Rating, day: number, more: Partial<Extract<Mark, { as: 'rated' }>> = {}): Mark => ({
  as: 'rated',
  question: Q,
  rating: of,
  day,
  coverage: COVERAGE[of],
  missed: 0b11,
  ...more,
});

const through = (ratings: readonly (readonly [Rating, number])[], start?: Card): Card | undefined => {
  let day = start?.last ?? START;
  return ratings.reduce((card: Card | undefined, [of, days]) => {
    day += days;
    return applyMark(card, rated(of, day));
  }, start);
};

/** What moves a question through the schedule. */
const scheduleOf = ({ stability, difficulty, due, last, attempts, lapses }: Card) => ({
  stability,
  difficulty,
  due,
  last,
  attempts,
  lapses,
});

/** The same ratings through the library alone; the card is rounded to what is kept. */
function byTheLibrary(ratings: readonly (readonly [Rating, number])[]) {
  let card: FsrsCard = createEmptyCard(new Date(START * MS_A_DAY));
  let day = START;
  for (const [of, days] of ratings) {
    day += days;
    const seed = `${Q}-${card.reps}`;
    const f = fsrs({ request_retention: 0.9, enable_short_term: false, enable_fuzz: true, maximum_interval: 365 });
    const next = f.useStrategy(StrategyMode.SEED, () => seed).next(card, new Date(day * MS_A_DAY), GRADES[of]).card;
    card = { ...next, stability: Math.fround(next.stability), difficulty: Math.fround(next.difficulty) };
  }
  const { stability, difficulty, due, reps: attempts, lapses } = card;
  return { stability, difficulty, due: due.getTime() / MS_A_DAY, last: day, attempts, lapses };
}

test('whatever the ratings and the days between them, the schedule is that of FSRS', () => {
  fc.assert(
    fc.property(history, (ratings) => {
      const card = through(ratings);
      expect(card && scheduleOf(card)).toEqual(byTheLibrary(ratings));
    }),
    { numRuns: 300 },
  );
});

test('a card is kept exactly as it was scheduled', () => {
  fc.assert(
    fc.property(history, (ratings) => {
      const card = through(ratings);
      expect(card && roundCard(card)).toEqual(card);
    }),
  );
});

test('a question comes back on a later day, within a year, give or take what keeps the ratings apart', () => {
  fc.assert(
    fc.property(history, (ratings) => {
      const card = through(ratings);
      expect(card?.due).toBeGreaterThan(card?.last ?? Number.NaN);
      // The library puts good a day after hard at least, and easy a day after good, beyond the longest interval too.
      expect(card?.due).toBeLessThanOrEqual((card?.last ?? 0) + 365 + 3);
    }),
  );
});

test('each rating counts as one attempt, and days never go back', () => {
  fc.assert(
    fc.property(history, rating, fc.integer({ min: START - 400, max: START + 6_000 }), (ratings, of, day) => {
      const before = through(ratings);
      const after = applyMark(before, rated(of, day));
      expect(after.attempts).toBe((before?.attempts ?? 0) + 1);
      expect(after.last).toBe(Math.max(day, before?.last ?? 0));
      expect(after.due).toBeGreaterThan(after.last);
    }),
  );
});

describe('an override', () => {
  const prior = fc.option(
    history.map((ratings) => through(ratings)),
    { nil: undefined },
  );
  const instead = (card: Card | undefined) => ({ attempts: (card?.attempts ?? 0) + 1, ...(card && { prior: card }) });

  test('is as if it had been rated so at once, also when it comes after midnight', () => {
    fc.assert(
      fc.property(prior, gap, fc.nat(2), rating, (card, days, after, of) => {
        const day = (card?.last ?? START) + days;
        const first = applyMark(card, rated('again', day));
        const instantly = applyMark(card, rated(of, day, { missed: 0b1 }));
        const anew = applyMark(first, rated(of, day + after, { missed: 0b1, instead: instead(card) }));
        expect(anew).toEqual(instantly);
      }),
    );
  });

  test('twice is as if the last one had come at once', () => {
    fc.assert(
      fc.property(prior, (card) => {
        const day = (card?.last ?? START) + 3;
        const anew = (of: Rating) => rated(of, day, { instead: instead(card) });
        const twice = [anew('hard'), anew('easy')].reduce(applyMark, applyMark(card, rated('again', day)));
        expect(twice).toEqual(applyMark(card, rated('easy', day)));
      }),
    );
  });

  test('that comes late leaves the schedule alone; the coverage counts', () => {
    fc.assert(
      fc.property(prior, gap, rating, (card, days, other) => {
        const day = (card?.last ?? START) + days;
        const mine = applyMark(card, rated('again', day));
        const since = applyMark(mine, rated(other, day + 1));
        const late = applyMark(since, rated('easy', day + 1, { missed: 0b1, instead: instead(card) }));
        expect(scheduleOf(late)).toEqual(scheduleOf(since));
        expect(late.best).toBe(Math.max(since.best, COVERAGE.easy));
        expect(late.missed).toBe(since.missed & 0b1);
      }),
    );
  });

  test('keeps what another try added meanwhile', () => {
    const first = applyMark(undefined, rated('again', START, { missed: 0b111 }));
    const tried = applyMark(first, { as: 'improved', question: Q, coverage: 80, missed: 0b001 });
    const anew = applyMark(tried, rated('hard', START, { missed: 0b110, instead: { attempts: 1 } }));
    expect(anew).toMatchObject({ best: 80, missed: 0, attempts: 1 });
  });

  test('of a card that is gone counts as coverage alone', () => {
    const card = applyMark(undefined, rated('good', START, { instead: { attempts: 1 } }));
    expect(card).toMatchObject({ attempts: 0, stability: 0, best: COVERAGE.good });
  });
});

test('a rating that could not be kept counts, unless another device rated the question on that day', () => {
  fc.assert(
    fc.property(history, rating, rating, (ratings, mine, other) => {
      const card = through(ratings);
      const day = Math.max(START, card?.last ?? 0) + 1;
      expect(applyLate(card, rated(mine, day))).toEqual(applyMark(card, rated(mine, day)));
      const theirs = applyMark(card, rated(other, day));
      expect(scheduleOf(applyLate(theirs, rated(mine, day)))).toEqual(scheduleOf(theirs));
    }),
  );
});

describe('another try on the same day', () => {
  test('never moves the schedule, and never takes anything back', () => {
    fc.assert(
      fc.property(history, fc.nat(100), fc.nat(0b11), (ratings, coverage, missed) => {
        const before = through(ratings);
        const after = applyMark(before, { as: 'improved', question: Q, coverage, missed });
        expect(before && scheduleOf(after)).toEqual(before && scheduleOf(before));
        expect(after.best).toBe(Math.max(before?.best ?? 0, coverage));
        expect(after.missed).toBe((before?.missed ?? 0) & missed);
      }),
    );
  });
});

describe('a question that is put away', () => {
  const put: Mark = { as: 'put-away', question: Q, day: START };

  test('is remembered as asked, and nothing more', () => {
    expect(applyMark(undefined, put)).toEqual({
      question: Q,
      stability: 0,
      difficulty: 0,
      due: START,
      last: START,
      attempts: 0,
      lapses: 0,
      best: 0,
      missed: 0,
    });
  });

  test('keeps its card when it has one', () => {
    fc.assert(
      fc.property(history, (ratings) => {
        const card = through(ratings);
        expect(applyMark(card, { ...put, day: START + 9_999 })).toEqual(card);
      }),
    );
  });

  test('is a new one when it is answered at last', () => {
    fc.assert(
      fc.property(rating, fc.nat(60), (of, days) => {
        const answered = applyMark(applyMark(undefined, put), rated(of, START + days));
        expect(answered).toEqual(applyMark(undefined, rated(of, START + days)));
      }),
    );
  });
});
