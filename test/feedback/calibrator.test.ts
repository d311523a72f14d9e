import {
  closestStretch,
  closeToAnExample,
  exampleOf,
  FEATURES,
  features,
  probability,
} from '../../lambda/feedback/calibrator';
import { grade } from '../../lambda/feedback/grade';
import { read, stemsOf } from '../../lambda/feedback/words';
import { calibrate, regress, rowsOf, sourceOf } from '../../tools/calibrate';
import { HOLD, questionOf, RELEVANCE, SCANS } from './fixtures';

const example = exampleOf(stemsOf('i call the attorney who sent the letter'), new Set(['letter']));

describe('features', () => {
  test.each([
    [
      'the example itself',
      'i call the attorney who sent the letter',
      [1, 1, 1, 1, Math.log(6), 1, 0, Math.log(6), Math.log(6)],
    ],
    ['nothing of it', 'blah', [0, 0, 0, 0, Math.log(2), 0.2, 0, Math.log(6), 0]],
    [
      'the opposite',
      "i don't call the attorney who sent it",
      [0.8, 1, 0.74, 0.75, Math.log(6), 1, 1, Math.log(6), Math.log(5)],
    ],
  ])('%s', (_, answer, expected) => {
    const values = features(stemsOf(answer), example);
    expect(values).toHaveLength(FEATURES.length);
    values.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i] ?? Number.NaN, 1);
    });
  });
});

test('the closest stretch of a long answer is where the shared words are', () => {
  const { tokens } = read([`${'blah '.repeat(40)} then call that attorney who sent it ${'blah '.repeat(40)}`]);
  const words = closestStretch(tokens, example).map(({ word }) => word);
  expect(words.slice(-4)).toEqual(['call', 'attorney', 'who', 'sent']);
  expect(words.length).toBeLessThan(10);
  expect(closestStretch(read(['blah']).tokens, example)).toEqual([]);
});

test('only an answer above the threshold is close, and the shared words are the evidence', () => {
  const byOverlap = { bias: 0, weights: [1, 0, 0, 0, 0, 0, 0, 0, 0], high: probability([0.6], [1], 0) };
  const evidence = (answer: string) =>
    closeToAnExample(read([answer]).tokens, [example], byOverlap).map(({ word }) => word);
  expect(evidence('well call the attorney who wrote')).toEqual(['call', 'attorney', 'who']);
  expect(evidence('well call the attorney')).toEqual([]);
});

test('an answer close to an example is "unsure", never "said"', () => {
  const question = questionOf('rt-boxes-001', {
    ask: 'What goes on the label?',
    points: {
      range: {
        weight: 'must',
        slots: [['inclusive years']],
        examples: ['the first and the last year of the files inside the box', 'inclusive years'],
      },
    },
  });
  const { points } = grade(question, ['um the first and the last ear of the files inside the box']);
  expect(points[0]?.state).toBe('unsure');
  expect(points[0]?.evidence).toEqual(['first', 'and', 'last', 'files', 'inside', 'box']);
});

describe('calibration', () => {
  const questions = [HOLD, SCANS, RELEVANCE];

  test('is reproducible, and keeps its promise on questions left out', () => {
    const { calibration, report } = calibrate(questions);
    expect(calibrate(questions)).toEqual({ calibration, report });
    expect(calibration.weights).toHaveLength(FEATURES.length);
    expect(report.questions).toBe(3);
    expect(calibration.high > 1 || report.precision >= 0.9).toBe(true);
  });

  test('each example is compared held out, damaged, and with answers that lack it', () => {
    const rows = rowsOf(HOLD, []);
    const count = (presence: string) => rows.filter((row) => row.presence === presence).length;
    const examples = HOLD.keyPoints.flatMap((point) => point.examples).length;
    expect([count('held out'), count('damaged'), count('absent')]).toEqual([examples, examples, 8 * examples]);
  });

  test('regression finds the feature that tells rows apart', () => {
    const rows = Array.from({ length: 40 }, (_, i) => {
      const there = i % 2 === 0;
      return {
        values: FEATURES.map((__, f) => (f === 3 ? Number(there) : (i % 5) / 5)),
        presence: there ? 'damaged' : 'absent',
      } as const;
    });
    const { bias, weights } = regress(rows);
    const likely = rows.map(({ values }) => probability(values, weights, bias));
    rows.forEach(({ presence }, i) => {
      expect((likely[i] ?? 0) > 0.5).toBe(presence === 'damaged');
    });
    expect(Math.max(...weights)).toBe(weights[3]);
  });

  test('is written as a source file that gives the same numbers', () => {
    const { calibration, report } = calibrate(questions);
    const source = sourceOf(calibration, report);
    for (const value of [calibration.bias, calibration.high, ...calibration.weights])
      expect(source).toContain(`${value}`);
    expect(source).toContain(`${report.examples} examples of 3 questions`);
  });
});
