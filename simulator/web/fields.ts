import type { Model } from '../understanding/model';

/** As many fields as a person can choose from by eye; the others are asked for by name. */
const MOST = 60;

/** Spoken names of the fields that the model knows, in order of the alphabet. */
export function fieldsOf(model: Model): readonly string[] {
  const values = [...(model.types.get('FIELD')?.byWords.values() ?? [])];
  return [...new Set(values.map(({ name }) => name))].sort().slice(0, MOST);
}
