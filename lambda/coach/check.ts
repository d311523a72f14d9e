import type { Question } from '../bank/types';
import type { Act } from './acts';
import { anywhere } from './anywhere';
import { asks, at, type Decision, type Draft, ends, type Step, says } from './draft';
import type { Heard } from './heard';
import type { Stage, Table } from './learner';
import { leave } from './leave';
import { next } from './next';
import { askTable, breakOff, goBack } from './question';
import { countOf, rated } from './rate';
import { REHEARSALS, type RehearsalSeconds } from './rehearsals';
import { choicesAfter, missingOf, named, offer, sayOf } from './review';

type Checking = Extract<Stage, { at: 'checking' }>;

/** The listener checks their own answer against the key points, one at a time; after a rehearsal, since the time is up. */
export function beginCheck(d: Draft, table: Table, question: Question, after?: 'time'): Decision {
  const asked = asksAbout(question);
  const stage = { at: 'checking', table, point: asked[0] ?? 0, said: 0, stumbles: 0 } as const;
  const act: Act =
    after === 'time' ? { act: 'time-up' } : { act: 'checking', count: asked.length, draft: question.draft === true };
  return askPoint(says(d, act), stage, question);
}

const USUAL: RehearsalSeconds = 60;

/**
 * A quiet window to answer aloud in, with the microphone shut, and then the self-check. What is said meanwhile is heard by nobody, so
 * nothing is graded.
 */
export const rehearse = (d: Draft, table: Table, question: Question, wished: number | undefined): Decision =>
  beginCheck(says(d, { act: 'rehearse', seconds: nearest(wished ?? USUAL) }), table, question, 'time');

const nearest = (wished: number): RehearsalSeconds =>
  REHEARSALS.reduce((best, one) => (Math.abs(one - wished) < Math.abs(best - wished) ? one : best));

/** One point at a time, by yes and no. Nothing is rated before the last one. */
export function checking(d: Draft, stage: Checking, question: Question, heard: Heard): Step {
  switch (heard.kind) {
    case 'yes':
    case 'did-say':
      return answered(d, stage, question, stage.said | (1 << stage.point));
    case 'no':
    case 'dont-know':
    case 'did-not-know':
      return answered(d, stage, question, stage.said);
    case 'all-points':
      return checked(d, stage, question, stage.said | bitsOf(toCome(stage, question)));
    case 'no-points':
      return checked(d, stage, question, stage.said);
    case 'thats-all':
      return isFirst(stage, question) ? beginCheck(d, stage.table, question) : checked(d, stage, question, stage.said);
    case 'rehearse':
      return rehearse(d, stage.table, question, heard.seconds);
    case 'try-again':
    case 'start-over':
      return askTable(says(d, { act: 'again' }), stage.table, question);
    case 'skip':
    case 'next':
      return next(says(d, { act: 'skipped' }));
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

function answered(d: Draft, stage: Checking, question: Question, said: number): Decision {
  const point = asksAbout(question).find((i) => i > stage.point);
  return point === undefined
    ? checked(d, stage, question, said)
    : askPoint(d, { ...stage, point, said, stumbles: 0 }, question);
}

/** The points that the result is counted by: a bonus is not asked about. */
const asksAbout = (question: Question): readonly number[] =>
  question.keyPoints.flatMap((point, i) => (point.weight === 'bonus' ? [] : [i]));

/** The points that were not answered yet: "all of them" and "none" are about these, and a yes or a no before stays. */
const toCome = (stage: Checking, question: Question): readonly number[] =>
  asksAbout(question).filter((i) => i >= stage.point);

const bitsOf = (points: readonly number[]): number => points.reduce((bits, i) => bits | (1 << i), 0);

const askPoint = (d: Draft, stage: Checking, question: Question): Decision =>
  asks(at(d, stage), {
    ask: 'check-point',
    say: sayOf(question, stage.point),
    first: isFirst(stage, question),
  });

/** At the first point nothing was checked yet: "I'm done" then means the answer, and not the check. */
const isFirst = (stage: Checking, question: Question): boolean => stage.point === asksAbout(question)[0];

function checked(d: Draft, stage: Checking, question: Question, said: number): Decision {
  const done = rated(d, stage.table, question, said, false);
  const count = countOf(question, said);
  const result = named(done.result, missingOf(question, said)[0]);
  const review = { at: 'reviewing', table: done.table, pieces: [], result, yes: 'next', stumbles: 0 } as const;
  const next = done.table.card?.due;
  return offer(
    says(done.d, { act: 'checked', ...count, ...(next !== undefined && { next }) }),
    review,
    choicesAfter(question, said),
  );
}
