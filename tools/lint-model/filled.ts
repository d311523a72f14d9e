import { formsOf, heard, type Model, SEARCH_QUERY, slotsIn, typesOf } from './rule';

/** With several slots in a sample, only the first values of each are tried: their product is all that counts. */
const MOST_FORMS = 60;

/** Every utterance of a model with its slots filled from their lists, and its intent. Free text is left out. */
export function filledSamples(model: Model): readonly (readonly [text: string, intent: string])[] {
  const forms = new Map(
    typesOf(model).map(({ name, values = [] }) => [name, values.flatMap(formsOf).map(heard)] as const),
  );
  return model.languageModel.intents.flatMap(({ name, slots = [], samples = [] }) => {
    const types = new Map(slots.map((slot) => [slot.name, slot.type ?? '']));
    return samples
      .filter((sample) => !slotsIn(sample).some((slot) => types.get(slot) === SEARCH_QUERY))
      .flatMap((sample) => fill(heard(sample), (slot) => forms.get(types.get(slot) ?? '') ?? []))
      .map((text) => [text, name] as const);
  });
}

function fill(sample: string, formsFor: (slot: string) => readonly string[]): readonly string[] {
  const slots = slotsIn(sample);
  return slots.reduce<readonly string[]>(
    (texts, slot) => {
      const forms = slots.length === 1 ? formsFor(slot) : formsFor(slot).slice(0, MOST_FORMS);
      return texts.flatMap((text) => forms.map((form) => text.replace(`{${slot}}`, form)));
    },
    [sample],
  );
}
