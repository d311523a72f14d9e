import type { Question } from '../bank/types';
import { anywhere } from './anywhere';
import { beginCheck, rehearse } from './check';
import { asks, at, type Decision, type Draft, ends, goOn, type Step, says } from './draft';
import type { Heard } from './heard';
import type { Stage } from './learner';
import { leave } from './leave';
import { askTable } from './question';
import { collect, finish, inPassing, reviewed } from './review';
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
      return finish(d, stage, question);
    case 'dont-know':
      return finish(says(d, { act: 'fine' }), pressedNoMore(stage), question);
    case 'start-over':
      return askTable(says(d, { act: 'again' }), stage.table, question);
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
    case 'next':
    case 'debrief':
    case 'follow-up':
      return toldThen(d, stage, question, heard);
    case 'did-say':
      return isUntold(d, stage) ? finish(d, stage, question) : finishedThen(d, stage, question, heard);
    case 'try-again':
    case 'skip':
    case 'back':
    case 'stop':
    case 'cancel':
    case 'home':
      return finishedThen(d, stage, question, heard);
    case 'ended':
      return ends(reviewed(d, stage, question).d);
    default:
      return anywhere(lingering(d, stage), stage, question, heard);
  }
}

/** Nothing of an answer to a draft is graded: whatever comes through of it leads to the self-check. */
const ANSWERED: ReadonlySet<Heard['kind']> = new Set(['answer', 'name', 'no', 'thats-all', 'dont-know', 'fallback']);

/** Whoever knows no more is not asked once more. */
const pressedNoMore = (stage: Collecting): Collecting => ({ ...stage, probed: true });

const listenOn = (d: Draft, stage: Collecting): Decision =>
  asks(lingering(d, { ...stage, stumbles: 0, offered: false }), { ask: 'add' });

/** Something else was asked in between: its reprompt tells no feedback, however long the silence. */
const lingering = (d: Draft, stage: Collecting): Draft =>
  at(d, stage.untold === undefined ? stage : { ...stage, untold: Number.MAX_SAFE_INTEGER });

/**
 * The same with the feedback first, as long as nobody has told it: before the reprompt was heard, and never in an interview. A point in
 * doubt is asked about instead.
 */
function toldThen(d: Draft, stage: Collecting, question: Question, heard: Heard): Step {
  if (!isUntold(d, stage) || d.learner.session?.kind === 'interview') return finishedThen(d, stage, question, heard);
  const { d: done, ask } = reviewed(d, stage, question);
  return ask.ask === 'did-you-mention' ? asks(done, ask) : goOn({ ...done, say: inPassing(done.say, heard) }, heard);
}

const isUntold = (d: Draft, { untold }: Collecting): boolean =>
  untold !== undefined && Math.floor(d.c.now / 1000) < untold;

/** Rates what was collected and goes on as if the feedback had just been given. */
function finishedThen(d: Draft, stage: Collecting, question: Question, heard: Heard): Step {
  const done = reviewed(d, stage, question).d;
  return goOn({ ...done, say: d.say }, heard);
}
