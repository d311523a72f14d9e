import type { QuestionSource } from '../../lambda/bank/schema';
import { grade } from '../../lambda/feedback/grade';
import { compileBank } from '../bank/compile';
import { BANK } from '../paths';
import { type Figure, tail } from './figures';
import { withBar } from './progress';

/** Passes over the whole bank; the first warms and is not measured. */
const PASSES = 2;

/**
 * The grader alone: each question of the bank graded by its own answers, which are both samples and the examples of its key points. Once for
 * a question that is new to the process, which is made ready for grading first, and once for one that was graded before.
 */
export async function grading(): Promise<readonly Figure[]> {
  const questions = compileBank(BANK).folders.flatMap((folder) => folder.questions);
  const [fresh, known]: [number[], number[]] = [[], []];
  await withBar('Grading', PASSES * questions.length, (at) => {
    for (let pass = 0; pass < PASSES; pass++) {
      for (const [i, { question, source }] of questions.entries()) {
        for (const answer of answersOf(source.value)) {
          // What is made ready is kept by the question it was made of: a copy has nothing yet.
          const first = timed(() => grade({ ...question }, [answer]));
          const again = timed(() => grade(question, [answer]));
          if (pass > 0) fresh.push(first);
          if (pass > 0) known.push(again);
        }
        at(pass * questions.length + i + 1);
      }
    }
  });
  return [...tail('grading an answer', known), ...tail('grading an answer to a question new to the process', fresh)];
}

const answersOf = ({ sampleShort, sampleLong, keyPoints }: QuestionSource): readonly string[] => [
  sampleShort,
  sampleLong,
  ...keyPoints.flatMap(({ examples }) => examples),
];

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
