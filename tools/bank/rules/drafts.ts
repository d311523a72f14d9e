import { warning } from '../problem';
import { asksOneThing } from './asking';
import type { QuestionRule } from './rule';

const TEXTS = ['why', 'hint', 'sampleShort', 'sampleLong'] as const;

/** A draft may be practised, and says what is missing before anybody can get feedback on it. */
export const draftsAreCompleted: QuestionRule = (compiled, folder, context) => {
  const { value, at } = compiled.source;
  const missing = [
    ...(value.keyPoints.length === 0 ? ['keyPoints'] : []),
    ...TEXTS.filter((key) => value[key] === ''),
    ...(value.followUps.length === 0 ? ['followUps'] : []),
  ];
  const todo =
    missing.length > 0
      ? `for feedback, write ${missing.join(', ')}, then take "status: draft" away`
      : 'nothing is missing; take "status: draft" away and check again';
  return [
    warning(at('status'), `${value.id} is a draft, practised in self-check alone: ${todo}`),
    ...asksOneThing(compiled, folder, context).map((problem) => warning(problem, problem.message)),
  ];
};
