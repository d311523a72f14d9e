import fc from 'fast-check';
import type { Question } from '../../lambda/bank/types';
import { ratingOf } from '../../lambda/feedback/coverage';
import { grade } from '../../lambda/feedback/grade';
import { HOLD, RELEVANCE, SCANS } from './fixtures';

const question = fc.constantFrom(HOLD, SCANS, RELEVANCE);
const LIVELY =
  "i would not never without stop halt cancel the pickup destruction vendor call tell my attorney supervisor which records date range log time who access control excess cantrell this traction finish batch anyway once sued don't decide relevant share approval ninety days 300 check image backup catalogue colour but and because a legal hold arrives that very morning what do you do interview rehearsal";
const word = fc.constantFrom(...LIVELY.split(' '));
const piece = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
const pieces = fc.array(piece, { maxLength: 5 });

const said = (graded: Question, answer: readonly string[], only = (_: string) => true) =>
  grade(graded, answer)
    .points.filter(({ id, state }) => state === 'said' && only(id))
    .map(({ id }) => id);

const withoutPolarity = (graded: Question) => (id: string) =>
  graded.keyPoints.some((point) => point.id === id && point.polarity === undefined);

test('any text is graded, within bounds', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), piece);
  fc.assert(
    fc.property(question, fc.array(text, { maxLength: 4 }), (graded, answer) => {
      const { points, coverage, rating, words, redFlags } = grade(graded, answer);
      expect(points.map(({ id }) => id)).toEqual(graded.keyPoints.map(({ id }) => id));
      expect(coverage).toBeGreaterThanOrEqual(0);
      expect(coverage).toBeLessThanOrEqual(1);
      expect(rating).toBe(ratingOf(coverage, redFlags.length > 0));
      expect(words).toBeGreaterThanOrEqual(0);
      for (const point of points) expect(point.evidence.length > 0).toBe(point.state !== 'not-heard');
    }),
  );
});

test('the same answer always gets the same grade', () => {
  fc.assert(
    fc.property(question, pieces, (graded, answer) => {
      expect(grade({ ...graded }, answer)).toEqual(grade(graded, answer));
    }),
  );
});

test('evidence is made of words that were heard', () => {
  fc.assert(
    fc.property(question, pieces, (graded, answer) => {
      const heard = answer.join(' ');
      for (const { evidence } of grade(graded, answer).points) {
        for (const each of evidence) expect(heard).toContain(each);
      }
    }),
  );
});

test('another piece, before or after, takes nothing away from points without polarity', () => {
  fc.assert(
    fc.property(question, pieces, piece, fc.boolean(), (graded, answer, more, before) => {
      const longer = before ? [more, ...answer] : [...answer, more];
      expect(said(graded, longer)).toEqual(expect.arrayContaining(said(graded, answer, withoutPolarity(graded))));
    }),
  );
});

test('the order of pieces does not matter to points said within one piece', () => {
  fc.assert(
    fc.property(question, pieces, (graded, answer) => {
      const alone = answer.flatMap((each) => said(graded, [each]));
      expect(said(graded, [...answer].reverse())).toEqual(expect.arrayContaining(alone));
    }),
  );
});

test('what the coach said itself earns nothing, in any cut', () => {
  fc.assert(
    fc.property(
      question,
      fc.constantFrom('ask' as const, 'setup' as const, 'hint' as const, 'why' as const),
      fc.nat(20),
      (graded, part, cut) => {
        const words = (graded[part] ?? '').split(' ');
        const parrot = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
        expect(grade(graded, parrot)).toMatchObject({ words: 0, coverage: 0, rating: 'again' });
      },
    ),
  );
});

test('a confirmed point never lowers the coverage', () => {
  fc.assert(
    fc.property(question, pieces, fc.nat(6), (graded, answer, i) => {
      const id = graded.keyPoints[i]?.id ?? 'unknown';
      expect(grade(graded, answer, [id]).coverage).toBeGreaterThanOrEqual(grade(graded, answer).coverage);
    }),
  );
});
