import { KINDS, LEVELS } from '../../lambda/bank/types';
import { grade } from '../../lambda/feedback/grade';
import { checkBank } from '../../tools/bank/check';
import { compileBank } from '../../tools/bank/compile';
import { formatProblems } from '../../tools/bank/report';

const bank = compileBank('bank');
const questions = bank.fields.flatMap((field) => field.questions);

it('has no errors', () => {
  const errors = checkBank(bank, new Date()).filter(({ severity }) => severity === 'error');
  expect(formatProblems(errors, false)).toBe('');
});

it('has questions of every level and kind', () => {
  expect(new Set(questions.map(({ level }) => level))).toEqual(new Set(LEVELS));
  expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(KINDS));
});

it('hears every example of every key point as that point', () => {
  const missed = bank.folders.flatMap((folder) =>
    folder.questions.flatMap(({ source, question }) =>
      source.value.keyPoints.flatMap((point) =>
        point.examples.filter((example) => {
          const { points } = grade(question, [example]);
          return points.find(({ id }) => id === point.id)?.state !== 'said';
        }),
      ),
    ),
  );
  expect(missed).toEqual([]);
});

it('gives full marks for musts to both sample answers, and nothing for the question itself', () => {
  for (const question of questions) {
    const musts = (text: string) =>
      grade(question, [text]).points.filter(({ weight, state }) => weight === 'must' && state !== 'said');
    expect([question.id, musts(question.sampleShort), musts(question.sampleLong)]).toEqual([question.id, [], []]);
    expect([question.id, grade(question, [`${question.setup ?? ''} ${question.ask}`])]).toMatchObject([
      question.id,
      { coverage: 0, redFlags: [], misconceptions: [] },
    ]);
  }
});
