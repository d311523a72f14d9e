import type { Question } from '../bank/types';
import { anywhere } from './anywhere';
import { beginCheck, rehearse } from './check';
import { asks, at, type Draft, ends, goOn, type Step, says } from './draft';
import type { Heard } from './heard';
import type { Stage } from './learner';
import { leave } from './leave';
import { next } from './next';
import { askTable, breakOff, goBack } from './question';
import { rated } from './rate';
import { choicesFrom, collect, missingOf, named, offer } from './review';
import { stumble } from './stumble';

type Asking = Extract<Stage, { at: 'asking' }>;

/** A question is on the table, and nothing was said to it yet. */
export function asking(d: Draft, stage: Asking, question: Question, heard: Heard): Step {
  if ((d.learner.me.selfCheck || question.draft) && ANSWERED.has(heard.kind))
    return beginCheck(d, stage.table, question);
  const blank = { ...stage, at: 'collecting', pieces: [], said: stage.table.earlier ?? 0, flagged: false } as const;
  switch (heard.kind) {
    case 'answer':
    case 'name':
      return collect(d, blank, heard.text, question);
    case 'yes':
      return stage.offered
        ? beginCheck(d, stage.table, question)
        : asks(quiet(d, stage, 'listening'), { ask: 'go-ahead' });
    case 'no':
      return stage.offered ? askTable(d, stage.table, question) : anywhere(d, stage, question, { kind: 'help' });
    case 'add-more':
      return asks(quiet(d, stage, 'listening'), { ask: 'go-ahead' });
    case 'thats-all':
    case 'did-say':
      return asks(quiet(d, stage, 'nothing-yet'), { ask: 'go-ahead' });
    case 'try-again':
    case 'start-over':
      return askTable(d, stage.table, question);
    case 'fallback':
      return stumble(d, stage);
    case 'self-check':
    case 'all-points':
    case 'no-points':
      return beginCheck(d, stage.table, question);
    case 'rehearse':
      return rehearse(d, stage.table, question, heard.seconds);
    case 'dont-know':
    case 'did-not-know':
      return giveUp(d, stage, question);
    case 'skip':
    case 'next':
      return next(says(d, { act: 'skipped' }));
    case 'was-hard':
      return anywhere(d, stage, question, d.learner.play.before ? heard : { kind: 'uneasy' });
    case 'back':
      return goBack(d);
    case 'ask':
    case 'practice':
    case 'interview':
    case 'switch-field':
      return leave(d, stage, heard);
    case 'stop':
    case 'cancel':
    case 'home':
      return breakOff(d, stage.table);
    case 'ended':
      return ends(d);
    default:
      return anywhere(d, stage, question, heard);
  }
}

/** Whatever of an answer comes through to somebody who checks it alone, or to a draft: it is over, and nothing of it is graded. */
const ANSWERED: ReadonlySet<Heard['kind']> = new Set(['answer', 'name', 'thats-all', 'fallback']);

/** "I don't know": rated as nothing said, and never blamed. An interviewer goes on to the next question, and gives nothing away. */
function giveUp(d: Draft, stage: Asking, question: Question): Step {
  const done = rated(d, stage.table, question, stage.table.earlier ?? 0, false);
  const result = named(done.result, missingOf(question, 0)[0]);
  const review = { at: 'reviewing', table: done.table, pieces: [], result, yes: 'sample', stumbles: 0 } as const;
  if (d.learner.session?.kind === 'interview') return goOn(at(says(done.d, { act: 'fine' }), review), { kind: 'next' });
  return offer(says(done.d, { act: 'no-answer-known' }), review, choicesFrom('sample'));
}

const quiet = (d: Draft, stage: Asking, act: 'listening' | 'nothing-yet'): Draft =>
  at(says(d, { act }), { ...stage, stumbles: 0, offered: false });
