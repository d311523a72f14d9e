import type { Question } from '../bank/types';
import { anywhere } from './anywhere';
import { beginCheck, rehearse } from './check';
import { asks, at, type Decision, type Draft, ends, goOn, type Step } from './draft';
import type { Heard } from './heard';
import type { Stage } from './learner';
import { leave } from './leave';
import { collect, finish, reviewed } from './review';
import { stumble } from './stumble';

type Collecting = Extract<Stage, { at: 'collecting' }>;

/**
 * Pieces of an answer are being heard. Whoever stayed silent has heard the feedback so far and its choices, so what belongs to reviewing
 * finishes the answer first and is then done there.
 */
export function collecting(d: Draft, stage: Collecting, question: Question, heard: Heard): Step {
  if (question.draft && ANSWERED.has(heard.kind)) return beginCheck(d, stage.table, question);
  switch (heard.kind) {
    case 'answer':
    case 'name':
      return collect(d, stage, heard.text, question);
    case 'yes':
      return stage.offered ? beginCheck(d, stage.table, question) : listenOn(d, stage);
    case 'add-more':
      return listenOn(d, stage);
    case 'no':
      return stage.offered ? listenOn(d, stage) : finish(d, stage, question);
    case 'thats-all':
    case 'dont-know':
      return finish(d, stage, question);
    case 'fallback':
      return stumble(d, stage);
    case 'self-check':
    case 'all-points':
    case 'no-points':
      return beginCheck(d, stage.table, question);
    case 'ask':
    case 'practice':
    case 'interview':
    case 'switch-field':
      return leave(d, stage, heard);
    case 'rehearse':
      return rehearse(d, stage.table, question, heard.seconds);
    case 'was-hard':
    case 'was-easy':
    case 'did-not-know':
    case 'sample':
    case 'long-sample':
    case 'key-points':
    case 'try-again':
    case 'did-say':
    case 'next':
    case 'debrief':
    case 'skip':
    case 'back':
    case 'follow-up':
    case 'stop':
    case 'cancel':
    case 'home':
      return finishedThen(d, stage, question, heard);
    case 'ended':
      return ends(reviewed(d, stage, question).d);
    default:
      return anywhere(d, stage, question, heard);
  }
}

/** Nothing of an answer to a draft is graded: whatever comes through of it leads to the self-check. */
const ANSWERED: ReadonlySet<Heard['kind']> = new Set(['answer', 'name', 'no', 'thats-all', 'dont-know', 'fallback']);

const listenOn = (d: Draft, stage: Collecting): Decision =>
  asks(at(d, { ...stage, stumbles: 0, offered: false }), { ask: 'add' });

/** Rates what was collected and goes on as if the feedback had just been given. */
function finishedThen(d: Draft, stage: Collecting, question: Question, heard: Heard): Step {
  const done = reviewed(d, stage, question).d;
  return goOn({ ...done, say: d.say }, heard);
}
