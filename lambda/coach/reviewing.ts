import type { Question } from '../bank/types';
import type { Rating } from '../feedback/types';
import { anywhere } from './anywhere';
import { chance } from './chance';
import { beginCheck, rehearse } from './check';
import { asks, at, type Decision, type Draft, ends, type Step, says } from './draft';
import { byName, oneQuestion, practise, switchField } from './fields';
import type { Heard } from './heard';
import type { Stage } from './learner';
import { linkTo } from './links';
import { next } from './next';
import { startInterview } from './practice';
import { askTable, goBack } from './question';
import { coverage, has, isLatest, rerated } from './rate';
import { choicesAfter, choicesFrom, collect, feedbackOf, missingOf, named, offer, sayOf } from './review';
import { comingUp } from './session';
import { longSample, sample } from './tell';

type Reviewing = Extract<Stage, { at: 'reviewing' }>;

/** Feedback was given. What next? */
export function reviewing(d: Draft, stage: Reviewing, question: Question, heard: Heard): Step {
  switch (heard.kind) {
    case 'yes':
      return stage.yes === 'count' ? count(d, stage, question) : reviewing(d, stage, question, { kind: stage.yes });
    case 'no':
      return stage.yes === 'count' ? notCounted(d, stage, question) : farewell(d);
    case 'did-say':
      return count(d, stage, question);
    case 'sample':
    case 'dont-know':
      return offer(sample(d, question), stage, choicesFrom('try-again'));
    case 'long-sample':
      return offer(longSample(d, question), stage, choicesFrom('try-again'));
    case 'try-again':
    case 'start-over':
      return tryAgain(d, stage, question);
    case 'next':
    case 'debrief':
    case 'skip':
      return next(d);
    case 'back':
      return goBack(d);
    case 'answer':
      return question.draft ? beginCheck(d, again(stage), question) : collect(d, more(stage), heard.text, question);
    case 'add-more':
      return asks(at(d, more(stage)), { ask: 'add' });
    case 'follow-up':
      return followUp(d, stage, question);
    case 'self-check':
      return beginCheck(d, again(stage), question);
    case 'was-hard':
      return override(d, stage, question, 'hard');
    case 'was-easy':
      return override(d, stage, question, 'easy');
    case 'did-not-know':
      return override(d, stage, question, 'again');
    case 'rehearse':
      return rehearse(d, again(stage), question, heard.seconds);
    case 'link':
      return offer(linkTo(d, question), stage, choicesFrom('next'));
    case 'ask':
      return oneQuestion(d, heard);
    case 'switch-field':
      return switchField(d, heard);
    case 'practice':
      return practise(d, heard);
    case 'interview':
      return startInterview(d, heard.wish);
    case 'name':
      return byName(d, heard);
    case 'thats-all':
      return isAll(d, stage, question);
    case 'stop':
    case 'cancel':
    case 'home':
      return farewell(d);
    case 'ended':
      return ends(d);
    default:
      return anywhere(d, stage, question, heard);
  }
}

/** "That's all" ends an answer, and is said once more out of habit: only the second time it ends the session. */
function isAll(d: Draft, stage: Reviewing, question: Question): Decision {
  if (stage.yes === 'count') return notCounted(d, stage, question);
  return stage.over
    ? farewell(d)
    : offer(says(d, { act: 'that-one-done' }), { ...stage, over: true }, choicesFrom('next'));
}

/** The rest of a session is kept for next time: its next question waits already. */
function farewell(d: Draft): Decision {
  const rest = d.learner.session && comingUp(d.learner.session) !== undefined;
  const told = rest ? says(d, { act: 'session-kept' }) : d;
  return ends(says(told, { act: 'goodbye', tally: d.learner.tally }));
}

/** The table for another try: what counted already is known, and the schedule stays. */
const again = (stage: Reviewing) => ({ ...stage.table, earlier: stage.result.said | (stage.table.earlier ?? 0) });

const tryAgain = (d: Draft, stage: Reviewing, question: Question): Decision =>
  askTable(says(d, { act: 'again' }), again(stage), question);

/** More of the same answer: what was said stays, what comes is added. */
const more = (stage: Reviewing): Extract<Stage, { at: 'collecting' }> => ({
  at: 'collecting',
  table: again(stage),
  pieces: stage.pieces.slice(-2),
  said: stage.result.said,
  flagged: stage.result.flagged,
  stumbles: 0,
  offered: false,
});

function followUp(d: Draft, stage: Reviewing, question: Question): Decision {
  const pick = Math.floor(chance(`${d.c.key}:follow-up`) * question.followUps.length);
  const text = question.followUps[pick];
  if (text !== undefined) return asks(at(d, more(stage)), { ask: 'follow-up', text });
  return offer(says(d, { act: 'not-written', what: 'follow-up' }), stage, choicesFrom('next'));
}

/** A point counts after all, and the rating with it. */
function count(d: Draft, stage: Reviewing, question: Question): Decision {
  const { named: point } = stage.result;
  if (point === undefined || has(stage.result.said, point))
    return offer(says(d, { act: 'nothing-to-count' }), stage, choicesAfter(question, stage.result.said));
  const done = rerated(d, stage.table, question, stage.result, stage.result.said | (1 << point));
  const after = named(done.result, missingOf(question, done.result.said)[0]);
  const said = says(done.d, { act: 'counted', say: sayOf(question, point) }, rest(question, done.result.said, stage));
  return offer(said, { ...stage, table: done.table, result: after }, choicesAfter(question, done.result.said));
}

/** The schedule goes by what the listener says, as if the answer had been rated so at once. */
function override(d: Draft, stage: Reviewing, question: Question, rating: Rating): Decision {
  const choices = choicesAfter(question, stage.result.said);
  if (!isLatest(stage.table, stage.result)) return offer(says(d, { act: 'too-late' }), stage, choices);
  const done = rerated(d, stage.table, question, stage.result, stage.result.said, rating);
  const told = says(done.d, { act: 'overridden', rating, next: done.table.card.due });
  return offer(told, { ...stage, table: done.table, result: done.result }, choices);
}

function notCounted(d: Draft, stage: Reviewing, question: Question): Decision {
  const { named: point } = stage.result;
  const counted = stage.result.said | (point === undefined ? 0 : 1 << point);
  const said = says(d, { act: 'not-counted' }, rest(question, counted, stage, stage.result.said));
  return offer(said, stage, choicesAfter(question, stage.result.said));
}

/** What else is missing beside the points that were talked about; what was covered has been said already. */
function rest(question: Question, talkedAbout: number, { result }: Reviewing, said = talkedAbout) {
  const now = { said: talkedAbout, flagged: result.flagged, unsure: [], corrections: [], empty: false };
  const feedback = { ...feedbackOf(question, now), covered: [], more: 0, coverage: coverage(question, said) };
  return { act: 'feedback', feedback } as const;
}
