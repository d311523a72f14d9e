import type { Question } from '../bank/types';
import { EMPTY } from './little-words';
import { type Reading, stemsOf, type Token } from './words';

/** The coach's own words about a question, which earn nothing when they are repeated. */
export interface Echo {
  /** Runs of stems that are taken for a quotation wherever they stand. */
  readonly runs: ReadonlySet<string>;
  /** Stems of the question as asked. */
  readonly asked: ReadonlySet<string>;
  /** Stems of everything that the coach says before an answer: question, hint, reason. */
  readonly told: ReadonlySet<string>;
}

/** So many stems side by side are no coincidence. */
const RUN = 4;
const SKILL_NAME = 'interview rehears';
/** What would be an echo in an answer to this question. */
export function echoOf(question: Question): Echo {
  const asked = [question.setup ?? '', question.ask].map(stemsOf);
  const told = [...asked, ...[question.hint, question.why].map(stemsOf)];
  return {
    runs: new Set([SKILL_NAME, ...told.flatMap(runsOf)]),
    asked: new Set([...EMPTY, ...asked.flat()]),
    told: new Set([...EMPTY, ...told.flat()]),
  };
}

function runsOf(stems: readonly string[]): string[] {
  if (stems.length <= RUN) return stems.length > 1 ? [stems.join(' ')] : [];
  return stems.slice(RUN - 1).map((_, i) => stems.slice(i, i + RUN).join(' '));
}

/** True when nothing but the question's words is left of an answer, or nothing at all. */
export function repeatsQuestion(answer: Reading, echo: Echo): boolean {
  return answer.tokens.every((token) => echo.asked.has(token.stem));
}

/** True when every word was the coach's before: the question's, the hint's or the reason's. */
export function repeatsCoach(answer: Reading, echo: Echo): boolean {
  return answer.tokens.every((token) => echo.told.has(token.stem));
}

/** The answer without quotations of the coach; what stood before and after one is no longer side by side. */
export function withoutEcho(answer: Reading, echo: Echo): Reading {
  const quoted = quotations(answer.tokens, echo);
  if (quoted.length === 0) return answer;
  const inside = (at: number) => quoted.some(([from, to]) => from <= at && at <= to);
  const before = (at: number) => quoted.filter(([from]) => from < at).length;
  return {
    words: answer.words
      .filter(({ at }) => !inside(at))
      .map((word) => ({ ...word, piece: word.piece + before(word.at) })),
    tokens: answer.tokens
      .filter(({ at }) => !inside(at))
      .map((token) => ({ ...token, piece: token.piece + before(token.at), clause: token.clause + before(token.at) })),
  };
}

/** Positions of the first and last word of each quotation, in order. */
function quotations(tokens: readonly Token[], echo: Echo): (readonly [number, number])[] {
  const out: (readonly [number, number])[] = [];
  tokens.forEach((first, i) => {
    for (let size = 2; size <= RUN; size++) {
      const run = tokens.slice(i, i + size);
      const last = run.at(-1);
      if (run.length < size || !last || last.piece !== first.piece) return;
      if (echo.runs.has(run.map((token) => token.stem).join(' '))) out.push([first.at, last.at]);
    }
  });
  return out;
}
