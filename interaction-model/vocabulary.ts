import type { Field, FieldSummary, Term, Topic } from '../lambda/bank/types';

/** What the model takes from a field of the bank: names that people say, and the ids that they stand for. */
export interface NamedField extends Pick<Field, 'id' | 'name' | 'plural'>, Pick<FieldSummary, 'aliases'> {
  readonly topics: readonly Pick<Topic, 'id' | 'name' | 'aliases'>[];
  readonly terms: readonly Pick<Term, 'id' | 'term' | 'aliases'>[];
}

/** Something with an id, and everything that people call it, its proper name first. */
export interface Named {
  readonly id: string;
  readonly forms: readonly string[];
}

export const fieldNames = (fields: readonly NamedField[]): readonly Named[] =>
  fields.map(({ id, name, plural, aliases }) => ({ id, forms: [name, plural, ...aliases] }));

/** Topics of all fields. Their names are plural for the most part, and people ask for "a legal hold question". */
export const topicNames = (fields: readonly NamedField[]): readonly Named[] =>
  fields
    .flatMap(({ topics }) => topics)
    .map(({ id, name, aliases }) => ({ id, forms: [name, ...aliases, singular(name)] }));

export const termNames = (fields: readonly NamedField[]): readonly Named[] =>
  fields.flatMap(({ terms }) => terms).map(({ id, term, aliases }) => ({ id, forms: [term, ...aliases] }));

/** A value of a slot type. */
export interface Value {
  readonly id: string;
  readonly value: string;
  readonly synonyms: readonly string[];
}

/**
 * The values of a slot type, one an id, each form standing for one id only: proper names come before other names, and among those the first
 * one keeps the form. Values that share an id are one. `spell` writes a form as the locale does; the shared spelling stays a synonym.
 */
export function valuesOf(named: readonly Named[], spell: (form: string) => string): readonly Value[] {
  const forms = new Map<string, string[]>();
  for (const { id, forms: more } of named) {
    const all = more.map(asSpoken).filter((form) => form !== '');
    forms.set(id, [...(forms.get(id) ?? []), ...all.flatMap((form) => [spell(form), form])]);
  }
  const owner = owners(forms);
  return [...forms].flatMap(([id, all]) => {
    const [value, ...synonyms] = new Set(all.filter((form) => owner.get(form) === id));
    return value === undefined ? [] : [{ id, value, synonyms }];
  });
}

/** How much of a model a slot type may take. */
export interface Room {
  /** Values and synonyms. */
  readonly forms: number;
  /** Of JSON, as it is deployed. */
  readonly bytes: number;
}

/** The first values that there is room for. */
export function fitting(values: readonly Value[], { forms, bytes }: Room): readonly Value[] {
  let [free, left] = [forms, bytes];
  const end = values.findIndex((value) => {
    free -= 1 + value.synonyms.length;
    left -= JSON.stringify(value).length + WRAPPING;
    return free < 0 || left < 0;
  });
  return end < 0 ? values : values.slice(0, end);
}

/** What JSON in a model has around a value beside its own keys. */
const WRAPPING = 16;

/** Which id each form stands for. */
function owners(forms: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  const owner = new Map<string, string>();
  const claim = (id: string, form: string) => owner.has(form) || owner.set(form, id);
  for (const [id, [name]] of forms) if (name !== undefined) claim(id, name);
  for (const [id, all] of forms) for (const form of all) claim(id, form);
  return owner;
}

/** A name as it may stand in a model: lower case, words only. */
const asSpoken = (name: string): string => (name.toLowerCase().match(/[\p{L}\p{M}\p{N}'-]+/gu) ?? []).join(' ');

/** The last word of a name in the singular, by its ending alone: good enough for one more synonym. */
const singular = (name: string): string =>
  /(?:ss|us|is)$/.test(name) ? name : name.replace(/ies$/, 'y').replace(/s$/, '');
