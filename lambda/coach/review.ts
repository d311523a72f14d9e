import type { Question } from '../bank/types';
import type { Act, Ask, Choice, Feedback } from './acts';
import {
  asks,
  at,
  type Decision,
  type Draft,
  goOn,
  holds,
  opened,
  questionOf,
  type States,
  type Step,
  says,
} from './draft';
import type { Heard } from './heard';
import type { Result, Stage, Table } from './learner';
import { coverage, has, lacksMust, rated, type Standing, standing } from './rate';
import { comingUp } from './session';

const NAMED_COVERED = 3;
const NAMED_MISSING = 2;
const ENOUGH = 0.9;

type Collecting = Extract<Stage, { at: 'collecting' }>;
type Reviewing = Extract<Stage, { at: 'reviewing' }>;

/**
 * What is told about an answer: up to three points that were covered and the one or two most valuable that were not heard. With a
 * correction to say, one of each less, so that it stays short.
 */
export function feedbackOf(question: Question, now: Standing, earlier?: number): Feedback {
  const less = now.corrections.length > 0 ? 1 : 0;
  const covered = byWeight(question).filter((i) => has(now.said, i));
  const named = covered.slice(0, NAMED_COVERED - less);
  const missing = missingOf(question, now.said).slice(0, NAMED_MISSING - less);
  return {
    coverage: coverage(question, now.said),
    covered: named.map((i) => sayOf(question, i)),
    more: covered.length - named.length,
    missing: missing.map((i) => ({ say: sayOf(question, i), must: question.keyPoints[i]?.weight === 'must' })),
    corrections: now.corrections.slice(0, 1),
    empty: now.empty,
    ...(earlier !== undefined && {
      gained: covered
        .filter((i) => !has(earlier, i))
        .map((i) => sayOf(question, i))
        .slice(0, NAMED_COVERED - less),
    }),
  };
}

/** Points not heard, the most valuable first. A bonus is only ever named when nothing else is missing. */
export function missingOf(question: Question, said: number): readonly number[] {
  const missing = byWeight(question).filter((i) => !has(said, i));
  const counting = missing.filter((i) => question.keyPoints[i]?.weight !== 'bonus');
  return counting.length > 0 ? counting : missing;
}

export const sayOf = (question: Question, i: number): string => question.keyPoints[i]?.say ?? '';

/** The choices after feedback, the one that a yes takes first. */
export const choicesAfter = (question: Question, said: number): readonly Choice[] =>
  coverage(question, said) >= ENOUGH ? ['next', 'sample'] : ['sample', 'try-again', 'next'];

/** The choices that are left, by what a yes means now. */
export const choicesFrom = (first: Choice): readonly Choice[] =>
  (
    ({
      sample: ['sample', 'try-again', 'next'],
      'try-again': ['try-again', 'next'],
      next: ['next'],
      debrief: ['debrief'],
    }) as const
  )[first];

/** The choices that there are: a draft may have no sample, and after a session's last question comes its debrief. */
function choicesOpen(d: Draft, question: Question | undefined, choices: readonly Choice[]): readonly Choice[] {
  const { session } = d.learner;
  const last = session && comingUp(session) === undefined;
  const there = choices.filter((c) => c !== 'sample' || question?.sampleShort !== '');
  return last ? there.map((c) => (c === 'next' ? 'debrief' : c)) : there;
}

/** Offers choices after feedback; a yes takes the first. */
export function offer(d: Draft, stage: Reviewing, all: readonly Choice[]): Decision {
  const choices = choicesOpen(d, questionOf(d.field, stage.table.question), all);
  const [first = 'next'] = choices;
  return asks(at(d, { ...stage, yes: first, stumbles: 0 }), { ask: 'choose', choices });
}

/**
 * Grades what was collected, rates it, and moves on to reviewing: the feedback is said, and one point asked about first if it may have
 * been said.
 */
export function reviewed(d: Draft, stage: Collecting, question: Question): { readonly d: Draft; readonly ask: Ask } {
  const now = standing(question, stage.pieces, stage.said, stage.flagged);
  const done = rated({ ...d, graded: statesOf(question, now) }, stage.table, question, now.said, now.flagged);
  const doubtful = now.unsure.find((i) => question.keyPoints[i]?.weight === 'must');
  const feedback = feedbackOf(question, now, stage.table.earlier);
  const choices = choicesOpen(done.d, question, choicesAfter(question, now.said));
  const review: Reviewing = {
    at: 'reviewing',
    table: done.table,
    pieces: stage.pieces,
    result: named(done.result, doubtful ?? missingOf(question, now.said)[0]),
    yes: doubtful === undefined ? (choices[0] ?? 'next') : 'count',
    stumbles: 0,
  };
  return doubtful === undefined
    ? { d: at(says(done.d, { act: 'feedback', feedback }), review), ask: { ask: 'choose', choices } }
    : {
        d: at(says(done.d, { act: 'feedback', feedback: { ...feedback, missing: [] } }), review),
        ask: { ask: 'did-you-mention', say: sayOf(question, doubtful) },
      };
}

/**
 * Feedback for somebody who goes on at once, in a sentence or two: a correction, or what was covered and not heard. What was not heard is
 * left to the key points where they follow.
 */
export const inPassing = (say: readonly Act[], then: Heard): readonly Act[] =>
  say.map((act) => (act.act === 'feedback' ? passing(act.feedback, then.kind !== 'key-points') : act));

function passing({ covered, more, missing, corrections, coverage }: Feedback, whole: boolean): Act {
  const [first] = covered;
  const [absent] = missing;
  const [correction] = corrections;
  if (correction) return { act: 'in-passing', more: 0, correction };
  return {
    act: 'in-passing',
    ...(first !== undefined && { covered: first }),
    more: more + Math.max(covered.length - 1, 0),
    ...(absent && whole && coverage < 1 && { missing: absent.say }),
  };
}

function statesOf(question: Question, { said, unsure }: Standing): States {
  const all = question.keyPoints.length;
  const count = question.keyPoints.filter((_, i) => has(said, i)).length;
  return { said: count, unsure: unsure.length, notHeard: all - count - unsure.length };
}

/** Feedback on what was collected; in an interview, only thanks. */
export function finish(d: Draft, stage: Collecting, question: Question): Step {
  if (d.learner.session?.kind === 'interview') return heardOut(d, stage, question);
  const { d: next, ask } = reviewed(d, stage, question);
  return asks(next, ask);
}

/** An interviewer asks once more where something that matters was not heard, and then goes on without a word on how it was. */
function heardOut(d: Draft, stage: Collecting, question: Question): Step {
  const { said } = standing(question, stage.pieces, stage.said, stage.flagged);
  const [text] = question.followUps;
  if (lacksMust(question, said) && !stage.probed && text !== undefined) {
    return asks(at(d, { ...stage, probed: true }), { ask: 'probe', text });
  }
  const done = reviewed(d, stage, question).d;
  return goOn({ ...done, say: d.say.length > 0 ? d.say : [{ act: 'thanks' }] }, { kind: 'next' });
}

/** Hears one more piece: listens on while a must is unheard, at most three times, else gives feedback. */
export function collect(d: Draft, before: Collecting, text: string, question: Question): Step {
  const pieces = roomFor([...before.pieces, text.replace(NOT_HEARD, ' ').trim()]);
  const now = standing(question, pieces, before.said, before.flagged);
  const untold = Math.floor(d.c.now / 1000) + SILENCE;
  const stage: Collecting = {
    ...before,
    pieces,
    said: now.said,
    flagged: now.flagged,
    stumbles: 0,
    offered: false,
    untold,
  };
  if (now.empty) return nothingSaid(d, before);
  if (!lacksMust(question, now.said) || pieces.length > MOST_PIECES) return finish(d, stage, question);
  const heard = { heard: now.said, begun: true, flagged: now.flagged };
  return asks(at(holds(d) ? opened(d, before.table, heard) : d, stage), keepGoing(d, question, now, before.table));
}

/** "Keep going, or say that's all." Whoever then stays silent hears the feedback so far. */
function keepGoing(d: Draft, question: Question, now: Standing, table: Table): Ask {
  if (d.learner.session?.kind === 'interview') return { ask: 'go-further' };
  const feedback = feedbackOf(question, now, table.earlier);
  return { ask: 'keep-going', feedback, choices: choicesOpen(d, question, choicesAfter(question, now.said)) };
}

/** The coach's own words, or none: nothing is kept, and the question stays on the table. */
function nothingSaid(d: Draft, stage: Collecting): Decision {
  const back: Stage =
    stage.pieces.length > 0 ? stage : { at: 'asking', table: stage.table, stumbles: 0, offered: false };
  return asks(at(says(d, { act: 'nothing-yet' }), back), { ask: 'go-ahead' });
}

/** Names the point that "I did say that" would count. */
export const named = (result: Result, point: number | undefined): Result => {
  const { named: _, ...rest } = result;
  return point === undefined ? rest : { ...rest, named: point };
};

const WEIGHT_ORDER = { must: 0, should: 1, bonus: 2 } as const;

/** Equals stay as the author has put them. */
const byWeight = (question: Question): readonly number[] =>
  question.keyPoints
    .map(({ weight }, i) => ({ i, order: WEIGHT_ORDER[weight] }))
    .sort((a, b) => a.order - b.order)
    .map(({ i }) => i);

const MOST_PIECES = 3;
/** Seconds from a piece of an answer until the reprompt is spoken: a short sentence, and eight seconds without a word. */
const SILENCE = 12;
/** More than a long spoken answer has; the session has to stay small. */
const MOST_CHARACTERS = 1000;
/** Speech recognition writes Latin letters, digits and little else. */
const NOT_HEARD = /[^\p{Script=Latin}\p{N}'.,\s-]/gu;

/** Keeps the newest words when there are too many; the points of the older ones count already. */
function roomFor(pieces: readonly string[]): readonly string[] {
  let room = MOST_CHARACTERS;
  const kept: string[] = [];
  for (const piece of [...pieces].reverse()) {
    if (room <= 0) break;
    kept.unshift(piece.slice(0, room));
    room -= piece.length;
  }
  return kept;
}
