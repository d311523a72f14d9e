import { anywhere } from './anywhere';
import { asks, at, type Draft, ends, questionOf, type Step, says, withoutSession } from './draft';
import { byName, oneQuestion, practise, switchField } from './fields';
import type { Heard } from './heard';
import { LOBBY, type Stage } from './learner';
import { next } from './next';
import { startInterview } from './practice';
import { askTable, goBack, settle } from './question';

type Lobby = Extract<Stage, { at: 'lobby' }>;

/** Between questions: nothing is on the table, but one may have been left open. */
export function lobby(d: Draft, stage: Lobby, heard: Heard): Step {
  switch (heard.kind) {
    case 'yes':
    case 'add-more':
      return stage.yes === 'resume' ? resume(d) : next(d);
    case 'no':
      return stage.yes === 'resume' ? putAside(d) : farewell(d);
    case 'try-again':
      return resume(d);
    case 'next':
    case 'skip':
      return next(d);
    case 'practice':
      return practise(d, heard);
    case 'interview':
      return startInterview(d, heard.wish);
    case 'ask':
      return oneQuestion(d, heard);
    case 'switch-field':
      return switchField(d, heard);
    case 'name':
      return byName(d, heard);
    case 'thats-all':
    case 'stop':
    case 'cancel':
    case 'home':
      return farewell(d);
    case 'ended':
      return ends(d);
    case 'dont-know':
      return anywhere(d, stage, undefined, { kind: 'help' });
    case 'back':
      return goBack(d);
    default:
      return anywhere(d, stage, undefined, heard);
  }
}

const farewell = (d: Draft): Step => ends(says(d, { act: 'goodbye', tally: d.learner.tally }));

/** Goes on with the question that was left open; this session holds it from now on. */
function resume(before: Draft): Step {
  const { open } = before.learner.play;
  const answered = open?.waiting === true || open?.begun === true;
  const d = inPlace(before, answered);
  const question = open && questionOf(d.field, open.question);
  if (open === undefined || question === undefined || answered) return next(d);
  return askTable(d, { question: open.question, ...(open.card && { card: open.card }) }, question);
}

/** In a session, which of its questions it is. */
function inPlace(d: Draft, answered: boolean): Draft {
  const { session } = d.learner;
  if (session === undefined) return d;
  return says(d, { act: 'place', number: session.position + (answered ? 2 : 1), count: session.plan.length });
}

/** The question that was left open is put away, and counted as asked. */
const putAside = (d: Draft): Step => asks(at(settle(withoutSession(d)), LOBBY), { ask: 'start' });
