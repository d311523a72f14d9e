import { anywhere } from './anywhere';
import { asks, at, type Decision, type Draft, goOn, questionOf, type Step, withoutSession } from './draft';
import { askField, goesElsewhere, inThisField } from './fields';
import type { Heard } from './heard';
import { LOBBY, type Stage } from './learner';
import { settle } from './question';
import { reask } from './reask';
import { reviewed } from './review';
import { stay } from './stay';

type Confirming = Extract<Stage, { at: 'confirming' }>;

/** Before a question is left for something else: "Leave this question?" What the bank does not have is said at once. */
export function leave(d: Draft, from: Confirming['from'], want: Confirming['want']): Decision {
  const impossible = want.kind === 'interview' ? undefined : askField(d, want);
  if (impossible) return reask(impossible);
  if (want.kind === 'switch-field' && want.field === d.field.id) return reask(inThisField(d));
  return asks(at(d, { at: 'confirming', from, want }), { ask: 'leave' });
}

/** Yes leaves, no stays; anything else is meant for the question, which is still on the table. */
export function confirming(d: Draft, stage: Confirming, heard: Heard): Step {
  const back = at(d, stage.from);
  switch (heard.kind) {
    case 'yes':
      return goOn(at(left(back, stage), LOBBY), stage.want);
    case 'no':
    case 'cancel':
      return stay(back, stage.from);
    case 'help':
    case 'repeat':
    case 'fallback':
    case 'unknown':
      return anywhere(d, stage, undefined, heard);
    default:
      return goOn(back, heard);
  }
}

/**
 * What was collected is rated, and a question without an answer is put away; the session is over. For another field all of it stays as it is
 * kept, so that it can be offered again.
 */
function left(d: Draft, { from, want }: Confirming): Draft {
  if (goesElsewhere(d, want)) return d;
  const question = questionOf(d.field, from.table.question);
  if (from.at !== 'collecting' || question === undefined) return withoutSession(settle(d));
  return withoutSession({ ...reviewed(d, from, question).d, say: d.say });
}
