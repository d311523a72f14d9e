import { asks, type Decision, type Draft, questionOf } from './draft';
import { type Steady, tableOf } from './learner';
import { questionAsk } from './question';
import { reask } from './reask';

/** What was asked before, where it was left: the question again, where no answer had begun. */
export function stay(d: Draft, from: Steady): Decision {
  const table = tableOf(from);
  const question = table && questionOf(d.field, table.question);
  return from.at === 'asking' && question ? asks(d, questionAsk(question)) : reask(d);
}
