import { phraseOf } from '../phrase';
import { error, type Place, type Problem, warning } from '../problem';
import { type ClaimRef, claimsOf, holds, pointsOf, type QuestionRule, trapsOf } from './rule';

/** A slot alternative as written and as compared. */
interface Alternative {
  readonly written: string;
  readonly stems: string;
  readonly place: () => Place;
}

/** What stands in the file, and what is left of it when that is less. */
const quote = ({ written, stems }: Alternative): string =>
  stems.split(' ').length < written.split(' ').length ? `"${written}" (compared as "${stems}")` : `"${written}"`;

const alternativesOf = (ref: ClaimRef): Alternative[] => ref.source.slots.flatMap((_, slot) => slotOf(ref, slot));

const slotOf = (ref: ClaimRef, slot: number): Alternative[] =>
  (ref.source.slots[slot] ?? []).map((written, i) => ({
    written,
    stems: phraseOf(written),
    place: () => ref.at('slots', slot, i),
  }));

/** A phrase of little words alone is dropped before anything is compared: it would never be heard. */
export const noFillers: QuestionRule = (question) =>
  claimsOf(question).flatMap((ref) => {
    const misheard = Object.entries(ref.source.heardAs ?? {}).flatMap(([term, forms]) =>
      forms.map((written, i) => ({ written, stems: phraseOf(written), place: () => ref.at('heardAs', term, i) })),
    );
    return [...alternativesOf(ref), ...misheard]
      .filter(({ stems }) => stems === '')
      .map(({ written, place }) =>
        error(
          place(),
          `${ref.label}: "${written}" is little words only, which are not compared; choose words that carry the point`,
        ),
      );
  });

/** What recognition makes of a term is tied to a term that is listened for. */
export const heardAsNamesASlot: QuestionRule = (question) =>
  claimsOf(question).flatMap((ref) => {
    const written = new Set(ref.source.slots.flat());
    return Object.keys(ref.source.heardAs ?? {})
      .filter((term) => !written.has(term))
      .map((term) =>
        error(
          ref.at('heardAs', term),
          `${ref.label}: heardAs "${term}" stands in no slot; write it as it stands in the slot`,
        ),
      );
  });

/** Repeating the question earns nothing: no slot of a key point is filled by the question's words, and no trap is sprung by them. */
export const noParroting: QuestionRule = (question) => {
  const { setup = '', ask } = question.source.value;
  const asked = phraseOf(`${setup} ${ask}`);
  const inQuestion = ({ stems }: Alternative): boolean => holds(asked, stems);
  const points = pointsOf(question).flatMap((ref) =>
    alternativesOf(ref)
      .filter(inQuestion)
      .map((alternative) =>
        error(
          alternative.place(),
          `${ref.label}: ${quote(alternative)} stands in the question, so repeating the question would earn it; take another word`,
        ),
      ),
  );
  const traps = trapsOf(question)
    .filter((ref) => ref.source.slots.every((_, slot) => slotOf(ref, slot).some(inQuestion)))
    .map((ref) =>
      error(
        ref.at('slots'),
        `${ref.label}: the question's own words fill every slot; add a slot that only the mistake fills`,
      ),
    );
  return [...points, ...traps];
};

const POINTS_A_PHRASE = 2;

/** A word that serves many points tells none of them apart. */
export const phrasesTellPointsApart: QuestionRule = (question) => {
  const users = new Map<string, { readonly first: Alternative; readonly points: Set<string> }>();
  for (const ref of pointsOf(question))
    for (const alternative of alternativesOf(ref)) {
      const user = users.get(alternative.stems) ?? { first: alternative, points: new Set<string>() };
      users.set(alternative.stems, { ...user, points: user.points.add(ref.source.id) });
    }
  return [...users.values()]
    .filter(({ points }) => points.size > POINTS_A_PHRASE)
    .map(({ first, points }) =>
      warning(
        first.place(),
        `${quote(first)} serves ${points.size} points (${[...points].join(', ')}); it tells none apart`,
      ),
    );
};

/** A hint helps without giving a point away. */
export const hintsGiveNothingAway: QuestionRule = (question): Problem[] => {
  const { value, at } = question.source;
  const hint = phraseOf(value.hint);
  const given = pointsOf(question)
    .filter((ref) => ref.claim.weight === 'must')
    .flatMap((ref) =>
      alternativesOf(ref)
        .filter(({ stems }) => holds(hint, stems))
        .map((alternative) => `${quote(alternative)} of ${ref.source.id}`),
    );
  return given.length > 0
    ? [warning(at('hint'), `the hint says ${given.join(', ')}, which a must listens for; hint in other words`)]
    : [];
};
