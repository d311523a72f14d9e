import fc from 'fast-check';
import { baselines } from '../../tools/grade/baselines';
import type { Label } from '../../tools/grade/held-out';
import { agreementOf } from '../../tools/grade/readers';
import { type Judged, scoresOf } from '../../tools/grade/scores';
import { wordErrorRate } from '../../tools/grade/word-errors';
import { HOLD } from '../feedback/fixtures';

const times = <T>(n: number, each: T): T[] => Array.from({ length: n }, () => each);
const judged = (said: boolean, state: Judged['state'], n: number) => times(n, { said, state });

test('scores are those of the textbook, and say what unsure points do to them', () => {
  const all = [
    ...judged(true, 'said', 6),
    ...judged(false, 'said', 2),
    ...judged(true, 'not-heard', 1),
    ...judged(false, 'not-heard', 7),
    ...judged(true, 'unsure', 3),
    ...judged(false, 'unsure', 1),
  ];
  expect(scoresOf(all)).toEqual({
    points: 20,
    precisionSaid: 6 / 8,
    precisionNotHeard: 7 / 8,
    unsure: 4 / 20,
    f1: 12 / (12 + 2 + 1 + 3),
    f1Decided: 12 / (12 + 2 + 1),
  });
});

test('nothing of a kind gives no figure, instead of a good or bad one', () => {
  expect(scoresOf([])).toEqual({
    points: 0,
    precisionSaid: null,
    precisionNotHeard: null,
    unsure: null,
    f1: null,
    f1Decided: null,
  });
  expect(scoresOf(judged(false, 'not-heard', 3))).toMatchObject({
    precisionSaid: null,
    precisionNotHeard: 1,
    f1: null,
  });
});

describe('agreement of two readers', () => {
  const pairs = (both: number, first: number, second: number, none: number): [Label, Label][] => [
    ...times<[Label, Label]>(both, ['said', 'said']),
    ...times<[Label, Label]>(first, ['said', 'not']),
    ...times<[Label, Label]>(second, ['not', 'said']),
    ...times<[Label, Label]>(none, ['not', 'not']),
  ];

  test("kappa is Cohen's: his example of 50 cases gives 0.4", () => {
    const { agreed, kappa } = agreementOf(pairs(20, 5, 10, 15));
    expect(agreed).toBeCloseTo(0.7);
    expect(kappa).toBeCloseTo(0.4);
  });

  test('readers who always say the same of everything agree by chance alone', () => {
    expect(agreementOf(pairs(0, 0, 0, 9))).toMatchObject({ agreed: 1, kappa: null });
    expect(agreementOf([])).toEqual({ agreed: null, kappa: null, f1: null });
  });

  test('it does not matter who is the first', () => {
    const label = fc.constantFrom<Label[]>('said', 'not');
    fc.assert(
      fc.property(fc.array(fc.tuple(label, label)), (some) => {
        const swapped = agreementOf(some.map(([a, b]) => [b, a]));
        expect(swapped.kappa).toEqual(agreementOf(some).kappa);
        expect(swapped.f1).toEqual(agreementOf(some).f1);
      }),
    );
  });
});

describe('word error rate', () => {
  test.each([
    ['stop the pickup', 'Stop, the pickup!', 0],
    ['stop the pickup', 'stop a pickup', 1 / 3],
    ['stop the pickup', 'stop pickup', 1 / 3],
    ['stop the pickup', 'stop the pick up', 2 / 3],
    ['stop the pickup', '', 1],
    ['stop', 'we did not hear you', 5],
  ])('%j heard as %j', (spoken, heard, rate) => {
    expect(wordErrorRate([{ spoken, heard }])).toBeCloseTo(rate);
  });

  test('long answers weigh more than short ones', () => {
    const pairs = [
      { spoken: 'yes', heard: 'guess' },
      { spoken: 'stop the pickup', heard: 'stop the pickup' },
    ];
    expect(wordErrorRate(pairs)).toBeCloseTo(1 / 4);
  });
});

test('baselines get the threshold that is best for them', () => {
  const [point] = HOLD.keyPoints;
  if (!point) throw new Error('the fixture has key points');
  const named = { ...point, say: 'stopping the shredder' };
  const {
    length,
    'sentence overlap': overlap,
    'all yes': yes,
  } = baselines([
    { text: 'i would stop that shredder at once and call', point: named, said: true },
    { text: 'i like pasta', point: named, said: false },
    { text: 'pasta', point: named, said: false },
  ]);
  const right = ['said', 'not-heard', 'not-heard'];
  expect(length?.map(({ state }) => state)).toEqual(right);
  expect(overlap?.map(({ state }) => state)).toEqual(right);
  expect(yes?.map(({ state }) => state)).toEqual(['said', 'said', 'said']);
});
