import { grade } from '../../lambda/feedback/grade';
import { baselines, type Case } from './baselines';
import type { Drift } from './frozen';
import { type HeldOut, type Labels, PERSONAS } from './held-out';
import { type Agreement, agreementOf } from './readers';
import { type Judged, type Scores, scoresOf } from './scores';
import { wordErrorRate } from './word-errors';

/** A line of the table: a persona, all of them, or a baseline. */
export interface Row extends Scores {
  readonly name: string;
  readonly answers: number;
  /** Mean coverage that the answers were given, 0–1; null for a baseline. */
  readonly coverage: number | null;
}

/** The grader on one form of the answers. */
export interface Section {
  readonly all: Row;
  readonly personas: readonly Row[];
  readonly baselines: readonly Row[];
}

/** An aim, what was reached, and whether that holds; null where nothing could be measured. */
export interface Aim {
  readonly name: string;
  readonly value: number | null;
  readonly holds: boolean | null;
}

export interface Report {
  readonly questions: number;
  readonly answers: number;
  readonly drift: Drift;
  readonly readers: Agreement & { readonly points: number; readonly disputed: number };
  readonly clean: Section;
  /** Absent while nothing is recognized. */
  readonly recognized?: {
    readonly wordErrorRate: number;
    readonly all: Section;
    /** The answers that recognition left mostly whole, and the same answers clean. */
    readonly clear: { readonly wordErrorRate: number; readonly clean: Row; readonly recognized: Row };
  };
  readonly aims: readonly Aim[];
}

/** An answer that two readers have labelled. */
type Labelled = HeldOut & { readonly labels: Labels };

/** Recognition that leaves an answer this whole is what a good device does. */
const CLEAR = 0.2;

const isLabelled = (answer: HeldOut): answer is Labelled => answer.labels !== undefined;
const spoken = ({ answer }: HeldOut): string => answer;
const heard = ({ recognized }: HeldOut): string => recognized ?? '';

/** Grades the labelled answers and compares with what the readers found. Points on which they differ are counted and left out. */
export function reportOf(set: readonly HeldOut[], drift: Drift): Report {
  const answers = set.filter(isLabelled);
  const pairs = answers.flatMap(({ labels }) => Object.values(labels));
  const clean = sectionOf(answers, spoken);
  const recognized = recognizedOf(answers.filter((answer) => answer.recognized !== undefined));
  return {
    questions: new Set(answers.map(({ question }) => question)).size,
    answers: answers.length,
    drift,
    readers: { ...agreementOf(pairs), points: pairs.length, disputed: pairs.filter(([a, b]) => a !== b).length },
    clean,
    ...(recognized && { recognized }),
    aims: aimsOf(clean, recognized?.clear),
  };
}

function recognizedOf(answers: readonly Labelled[]): Report['recognized'] {
  if (answers.length === 0) return undefined;
  const rate = (some: readonly Labelled[]) =>
    wordErrorRate(some.map((answer) => ({ spoken: spoken(answer), heard: heard(answer) })));
  const clear = answers.filter((answer) => rate([answer]) <= CLEAR);
  return {
    wordErrorRate: rate(answers),
    all: sectionOf(answers, heard),
    clear: {
      wordErrorRate: rate(clear),
      clean: rowOf('clean', clear, spoken),
      recognized: rowOf('recognized', clear, heard),
    },
  };
}

function sectionOf(answers: readonly Labelled[], text: (answer: HeldOut) => string): Section {
  const personas = PERSONAS.map((persona) => ({ persona, of: answers.filter((each) => each.persona === persona) }));
  const cases = answers.flatMap((answer) => casesOf(answer, text(answer)));
  return {
    all: rowOf('all', answers, text),
    personas: personas.filter(({ of }) => of.length > 0).map(({ persona, of }) => rowOf(persona, of, text)),
    baselines: Object.entries(baselines(cases)).map(([name, judged]) => ({
      name,
      answers: answers.length,
      coverage: null,
      ...scoresOf(judged),
    })),
  };
}

function rowOf(name: string, answers: readonly Labelled[], text: (answer: HeldOut) => string): Row {
  const graded = answers.map((answer) => ({ answer, grade: grade(answer.asked, [text(answer)]) }));
  const judged = graded.flatMap(({ answer, grade: { points } }) => {
    const states = new Map(points.map(({ id, state }) => [id, state]));
    return casesOf(answer, '').map(({ point, said }): Judged => ({ said, state: states.get(point.id) ?? 'not-heard' }));
  });
  const coverage = graded.reduce((sum, each) => sum + each.grade.coverage, 0) / Math.max(1, graded.length);
  return { name, answers: answers.length, coverage: answers.length === 0 ? null : coverage, ...scoresOf(judged) };
}

/** The key points on which the readers agree. */
const casesOf = ({ asked, labels }: Labelled, text: string): Case[] =>
  asked.keyPoints.flatMap((point) => {
    const [first, second] = labels[point.id] ?? [];
    return first !== undefined && first === second ? [{ text, point, said: first === 'said' }] : [];
  });

function aimsOf({ all, personas }: Section, clear: NonNullable<Report['recognized']>['clear'] | undefined): Aim[] {
  const parrot = personas.find(({ name }) => name === 'parrot');
  const whole = clear?.clean.f1Decided ?? null;
  const rest = clear?.recognized.f1Decided ?? null;
  const loss = whole === null || rest === null ? null : whole - rest;
  const atLeast = (name: string, value: number | null, aim: number): Aim => ({
    name: `${name} at least ${aim.toFixed(2)}`,
    value,
    holds: value === null ? null : value >= aim,
  });
  const atMost = (name: string, value: number | null, aim: number): Aim => ({
    name: `${name} at most ${aim.toFixed(2)}`,
    value,
    holds: value === null ? null : value <= aim,
  });
  return [
    atLeast('precision of said', all.precisionSaid, 0.9),
    atLeast('precision of not heard', all.precisionNotHeard, 0.8),
    atLeast('F1 of decided points', all.f1Decided, 0.8),
    atMost('share unsure', all.unsure, 0.25),
    atMost(`loss of F1 where at most ${CLEAR.toFixed(2)} of the words are wrong`, loss, 0.1),
    atMost('coverage of a parrot', parrot?.coverage ?? null, 0),
  ];
}
