import type { KeyPoint, Question, Trap } from '../bank/types';
import { closeToAnExample } from './calibrator';
import { regrade } from './coverage';
import { repeatsCoach, repeatsQuestion, withoutEcho } from './echo';
import { evidenceOf, type Hit, type Hits, phraseHits, soundHits } from './hits';
import { fillWith, judge, type Verdict } from './judge';
import { type Prepared, prepare } from './prepared';
import type { Grade, PointGrade, PointState } from './types';
import { type Reading, read } from './words';

/**
 * Grades an answer, given in one or several pieces as they were heard. `confirmed` are ids of key points that the listener says
 * were there. Any text is fine; nothing is thrown. A point is "said" when every slot is filled inside 24 words and its polarity
 * holds; red flags and misconceptions need the same.
 */
export function grade(question: Question, pieces: readonly string[], confirmed: readonly string[] = []): Grade {
  return regrade(gradeAnswer(question, pieces, softly), confirmed);
}

/** The same without doubts, in a fraction of the time: a point is "said" or "not-heard", never "unsure". */
export function gradeSurely(question: Question, pieces: readonly string[]): Grade {
  return regrade(gradeAnswer(question, pieces, unheard), []);
}

function gradeAnswer(question: Question, pieces: readonly string[], soft: Soft): Grade {
  const prepared = prepare(question);
  const answer = withoutEcho(read(pieces), prepared.echo);
  const heard =
    question.draft || repeatsQuestion(answer, prepared.echo)
      ? nothingIn(question)
      : gradeWords(question, prepared, answer, soft);
  const parrot = repeatsCoach(answer, prepared.echo) && !heard.points.some((point) => point.state === 'said');
  return parrot ? nothingIn(question) : heard;
}

function nothingIn(question: Question): Grade {
  return {
    points: question.keyPoints.map((point) => pointGrade(point, 'not-heard', [])),
    redFlags: [],
    misconceptions: [],
    coverage: 0,
    rating: 'again',
    words: 0,
  };
}

function pointGrade({ id, weight }: KeyPoint, state: PointState, evidence: readonly string[]): PointGrade {
  return { id, weight, state, evidence };
}

/** Everything that is looked up in an answer; sounds only when a point needs them, since they cost the most. */
interface Findings {
  readonly answer: Reading;
  readonly prepared: Prepared;
  readonly sure: Hits;
  readonly misheard: Hits;
  readonly sounds: () => Hits;
}

/** Coverage and rating are left to `regrade`. */
function gradeWords(question: Question, prepared: Prepared, answer: Reading, soft: Soft): Grade {
  const phrases = phraseHits(answer, prepared);
  let sounds: Hits | undefined;
  const findings: Findings = {
    answer,
    prepared,
    sure: phrases.sure,
    misheard: phrases.unsure,
    sounds: () => {
      sounds ??= soundHits(answer, prepared);
      return sounds;
    },
  };
  const judged = question.keyPoints.map((point) => judgedPoint(point, findings));
  const hears: Hears = { soft, lone: judged.some(({ verdict }) => verdict.is === 'made') };
  return {
    ...nothingIn(question),
    points: judged.map((each) => gradePoint(each, findings, hears)),
    redFlags: sprung(question.redFlags, findings),
    misconceptions: sprung(question.misconceptions, findings),
    words: answer.words.length,
  };
}

/** A point with the words that fill its slots, and what they make of it. */
interface JudgedPoint {
  readonly point: KeyPoint;
  readonly sure: readonly Hit[];
  readonly verdict: Verdict;
}

function judgedPoint(point: KeyPoint, { answer, sure }: Findings): JudgedPoint {
  const hits = sure.get(point) ?? [];
  return { point, sure: hits, verdict: judge(point, answer.tokens, hits) };
}

/** What may raise a doubt about a point. */
interface Hears {
  readonly soft: Soft;
  /**
   * Whether one expression alone may: a point of which only that was there was made in one case of nine where the answer made no
   * other point for sure, and in one of three where it did (579 labelled points of answers unknown to the authors).
   */
  readonly lone: boolean;
}

function gradePoint({ point, sure, verdict }: JudgedPoint, findings: Findings, { soft, lone }: Hears): PointGrade {
  switch (verdict.is) {
    case 'made':
      return pointGrade(point, 'said', evidenceOf(verdict.hits));
    case 'almost':
      return lone || placesOf(sure) > 1
        ? pointGrade(point, 'unsure', evidenceOf(verdict.hits))
        : pointGrade(point, ...soft(point, findings, sure));
    case 'contrary':
      return pointGrade(point, 'not-heard', []);
    case 'open':
      return pointGrade(point, ...soft(point, findings, sure));
  }
}

/** In how many places of an answer some hits begin. */
const placesOf = (hits: readonly Hit[]): number => new Set(hits.map(({ first }) => first)).size;

/** What becomes of a point of which too few slots are filled. */
type Soft = (point: KeyPoint, findings: Findings, sure: readonly Hit[]) => [PointState, readonly string[]];

const unheard: Soft = () => ['not-heard', []];

/** What misrecognitions, sounds and the calibrator make of a point: "unsure" at the most. */
function softly(point: KeyPoint, findings: Findings, sure: readonly Hit[]): [PointState, readonly string[]] {
  const { answer, prepared, misheard, sounds } = findings;
  const unsure = [...(misheard.get(point) ?? []), ...(sounds().get(point) ?? [])];
  const filled = unsure.length > 0 ? fillWith(point, answer.tokens, sure, unsure) : undefined;
  if (filled) return ['unsure', evidenceOf(filled)];
  const close = closeToAnExample(answer.tokens, prepared.examples(point));
  return close.length > 0 ? ['unsure', close.map(({ word }) => word)] : ['not-heard', []];
}

/**
 * Ids of the traps that an answer walks into. An accusation must be right, so where the author gives no polarity, a negator
 * lets the words off: "I would not shred it anyway", and so does "not only".
 */
function sprung(traps: readonly Trap[], { answer, sure }: Findings): string[] {
  return traps
    .filter(
      (trap) => judge({ polarity: 'affirmed', ...trap }, answer.tokens, sure.get(trap) ?? [], 'deny').is === 'made',
    )
    .map((trap) => trap.id);
}
