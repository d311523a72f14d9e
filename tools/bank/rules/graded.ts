import type { Question } from '../../../lambda/bank/types';
import { gradeSurely } from '../../../lambda/feedback/grade';
import type { Grade } from '../../../lambda/feedback/types';
import { phraseOf } from '../phrase';
import { error, type Place, type Problem, warning } from '../problem';
import { type ClaimRef, claimsOf, holds, pointsOf, type QuestionRule } from './rule';

const said = (result: Grade, id: string): boolean =>
  result.points.some((point) => point.id === id && point.state === 'said');

const sprung = (result: Grade): string[] => [...result.redFlags, ...result.misconceptions];

/** Every example is heard as the claim that it is an example of, and as no other must. */
export const examplesAreHeard: QuestionRule = (compiled) =>
  claimsOf(compiled).flatMap((ref) =>
    ref.source.examples.flatMap((example, i) => {
      const result = gradeSurely(compiled.question, [example]);
      const place = ref.at('examples', i);
      return ref.kind === 'keyPoint'
        ? [...ownPoint(compiled.question, ref, example, result, place), ...pointExample(ref, example, result, place)]
        : [...ownTrap(compiled.question, ref, example, result, place), ...trapExample(ref, example, result, place)];
    }),
  );

function ownPoint(question: Question, ref: ClaimRef, example: string, result: Grade, place: Place): Problem[] {
  if (said(result, ref.source.id)) return [];
  return [error(place, `${ref.label}: "${example}" is not heard as this point; ${whyNot(question, ref, example)}`)];
}

function ownTrap(question: Question, ref: ClaimRef, example: string, result: Grade, place: Place): Problem[] {
  if (sprung(result).includes(ref.source.id)) return [];
  return [error(place, `${ref.label}: "${example}" does not set it off; ${whyNot(question, ref, example)}`)];
}

const otherMusts = (ref: ClaimRef, result: Grade): string[] =>
  result.points
    .filter((point) => point.weight === 'must' && point.state === 'said' && point.id !== ref.source.id)
    .map((point) => point.id);

function pointExample(ref: ClaimRef, example: string, result: Grade, place: Place): Problem[] {
  return [
    ...otherMusts(ref, result).map((id) =>
      error(
        place,
        `${ref.label}: "${example}" is heard as ${id}, another must, too; make the slots or the example stricter`,
      ),
    ),
    ...sprung(result).map((id) =>
      error(
        place,
        `${ref.label}: "${example}" sets off ${id}; make the slots of ${id} stricter, or give it a polarity`,
      ),
    ),
  ];
}

/** A mistake can come with a good point; it is more often a slot that is too wide. */
function trapExample(ref: ClaimRef, example: string, result: Grade, place: Place): Problem[] {
  return otherMusts(ref, result).map((id) =>
    warning(place, `${ref.label}: "${example}" is heard as the must ${id}; is one of its slots too wide?`),
  );
}

/** What an author can do about a claim that is not heard in a text. */
function whyNot(question: Question, ref: ClaimRef, text: string): string {
  const stems = phraseOf(text);
  const empty = ref.claim.slots.findIndex((slot) => !slot.any.some((phrase) => holds(stems, phrase)));
  if (empty >= 0) return `nothing in it fills slot ${empty + 1} (${ref.source.slots[empty]?.slice(0, 4).join(', ')} …)`;
  const alone = gradeSurely({ ...question, hint: '', why: '' }, [text]);
  if (said(alone, ref.source.id) || sprung(alone).includes(ref.source.id))
    return 'it repeats four or more words of the hint or the reason, which earns nothing; put one of them differently';
  return ref.source.polarity === 'negated'
    ? 'its slots are filled, but without a "not" close by, or too far apart'
    : 'its slots are filled, but a "not" stands close by, the words overlap, or they are too far apart';
}

/** Both sample answers say every must and set nothing off. */
export const samplesCoverEveryMust: QuestionRule = (compiled) =>
  (['sampleShort', 'sampleLong'] as const).flatMap((key) => {
    const text = compiled.source.value[key];
    const place = compiled.source.at(key);
    const result = gradeSurely(compiled.question, [text]);
    const missing = pointsOf(compiled).filter((ref) => ref.claim.weight === 'must' && !said(result, ref.source.id));
    return [
      ...missing.map((ref) =>
        error(place, `${key} is not heard to say the must ${ref.source.id}; ${whyNot(compiled.question, ref, text)}`),
      ),
      ...sprung(result).map((id) =>
        error(place, `${key} sets off ${id}; make the slots of ${id} stricter, or give it a polarity`),
      ),
    ];
  });
