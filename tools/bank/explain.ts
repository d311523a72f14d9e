import type { Claim, Question } from '../../lambda/bank/types';
import { withoutEcho } from '../../lambda/feedback/echo';
import { grade } from '../../lambda/feedback/grade';
import { type Hit, type Hits, phraseHits, soundHits } from '../../lambda/feedback/hits';
import { judge } from '../../lambda/feedback/judge';
import { prepare } from '../../lambda/feedback/prepared';
import type { PointState } from '../../lambda/feedback/types';
import { read } from '../../lambda/feedback/words';

/** What an answer holds for one slot. */
export interface SlotVerdict {
  /** `unsure`: by sound, or by what recognition is known to make of it. */
  readonly is: 'filled' | 'unsure' | 'empty';
  /** The words that fill it. */
  readonly words: readonly string[];
}

/** What an answer makes of a key point or a trap, and why. */
export interface ClaimVerdict {
  readonly id: string;
  readonly state: PointState | 'set off' | 'not set off';
  readonly slots: readonly SlotVerdict[];
  readonly why: string;
}

export interface Explanation {
  readonly points: readonly ClaimVerdict[];
  readonly traps: readonly ClaimVerdict[];
  readonly coverage: number;
  readonly rating: string;
  /** Words that count no more, because they are the coach's own. */
  readonly quoted: readonly string[];
}

/** Grades an answer, and says for every slot what was heard and why the point counts or does not. */
export function explain(question: Question, text: string): Explanation {
  const prepared = prepare(question);
  const all = read([text]);
  const answer = withoutEcho(all, prepared.echo);
  const { sure, unsure } = phraseHits(answer, prepared);
  const heard = { sure, unsure: [unsure, soundHits(answer, prepared)] };
  const result = grade(question, [text]);
  const left = new Set(answer.words.map(({ at }) => at));
  const verdict = (claim: Claim, state: ClaimVerdict['state']): ClaimVerdict => {
    const slots = claim.slots.map((_, slot) => slotVerdict(claim, slot, heard));
    const { is } = judge(claim, answer.tokens, sure.get(claim) ?? [], state === 'not set off' ? 'deny' : undefined);
    return { id: claim.id, state, slots, why: reason(claim, state, slots, is) };
  };
  const sprung = new Set([...result.redFlags, ...result.misconceptions]);
  return {
    points: question.keyPoints.map((point, i) => verdict(point, result.points[i]?.state ?? 'not-heard')),
    traps: [...question.redFlags, ...question.misconceptions].map((trap) =>
      verdict(trap, sprung.has(trap.id) ? 'set off' : 'not set off'),
    ),
    coverage: result.coverage,
    rating: result.rating,
    quoted: all.words.filter(({ at }) => !left.has(at)).map(({ word }) => word),
  };
}

function slotVerdict(claim: Claim, slot: number, heard: { sure: Hits; unsure: readonly Hits[] }): SlotVerdict {
  const wordsIn = (hits: Hits): readonly string[] => [
    ...new Set((hits.get(claim) ?? []).filter((hit) => hit.slot === slot).map(wordsOf)),
  ];
  const sure = wordsIn(heard.sure);
  if (sure.length > 0) return { is: 'filled', words: sure };
  const unsure = heard.unsure.flatMap(wordsIn);
  return unsure.length > 0 ? { is: 'unsure', words: [...new Set(unsure)] } : { is: 'empty', words: [] };
}

const wordsOf = ({ words }: Hit): string => words.map(({ word }) => word).join(' ');

function reason(
  claim: Claim,
  state: ClaimVerdict['state'],
  slots: readonly SlotVerdict[],
  is: ReturnType<typeof judge>['is'],
): string {
  if (state === 'said' || state === 'set off') return 'every slot is filled';
  const empty = slots.findIndex((slot) => slot.is === 'empty');
  if (state === 'unsure') {
    if (empty < 0) return 'every slot is filled, one of them by sound or by what recognition makes of it';
    return is === 'almost'
      ? `all slots but number ${empty + 1} are filled`
      : 'the words are close to one of the examples';
  }
  if (empty >= 0) return `nothing fills slot ${empty + 1}${is === 'almost' && state === 'not-heard' ? ALONE : ''}`;
  if (claim.polarity === 'negated') return 'the words are there, but no "not" close by';
  return is === 'contrary'
    ? 'the words are there, but with a "not" close by, or too far apart'
    : 'the words are there, but overlap or stand too far apart';
}

const ALONE = ', and one expression alone raises no doubt where no other point was made';
