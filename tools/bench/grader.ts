import { grade } from '../../lambda/feedback/grade';
import { type CompiledQuestion, compileBank } from '../bank/compile';
import { progressBar } from '../bank/progress-bar';
import { BANK } from '../paths';
import { type Figure, tail } from './figures';

/** Passes over the whole bank; the first warms and is not measured. */
const PASSES = 2;

/**
 * The grader alone: each question of the bank graded by its own answers, which are both samples and the examples of its key points. Once for
 * a question that is new to the process, which is made ready for grading first, and once for one that was graded before.
 */
export function grading(): readonly Figure[] {
  const questions = compileBank(BANK).folders.flatMap((folder) => folder.questions);
  const [fresh, known]: [number[], number[]] = [[], []];
  const bar = progressBar('Grading');
  bar.start(PASSES * questions.length);
  for (let pass = 0; pass < PASSES; pass++) {
    for (const [i, each] of questions.entries()) {
      for (const answer of answersOf(each)) {
        // What is made ready is kept by the question it was made of: a copy has nothing yet.
        const first = timed(() => grade({ ...each.question }, [answer]));
        const again = timed(() => grade(each.question, [answer]));
        if (pass > 0) fresh.push(first);
        if (pass > 0) known.push(again);
      }
      bar.at(pass * questions.length + i + 1);
    }
  }
  bar.stop();
  return [...tail('grading an answer', known), ...tail('grading an answer to a question new to the process', fresh)];
}

const answersOf = ({ source: { value } }: CompiledQuestion): readonly string[] => [
  value.sampleShort,
  value.sampleLong,
  ...value.keyPoints.flatMap(({ examples }) => examples),
];

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
