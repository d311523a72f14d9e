import { z } from 'zod';
import { keys, root } from './words';

/** A slot of an intent. `samples` are the slot's own, which answer `Dialog.ElicitSlot`. */
export interface ModelSlot {
  readonly name: string;
  readonly type: string;
  readonly samples: readonly string[];
}

export interface ModelIntent {
  readonly name: string;
  readonly samples: readonly string[];
  readonly slots: readonly ModelSlot[];
}

/** One value of a custom slot type, with the name that entity resolution gives back. */
export interface ModelValue {
  readonly id?: string;
  readonly name: string;
}

/** A custom slot type: its values by the words of any of their spoken forms. */
export interface ModelType {
  readonly name: string;
  readonly byWords: ReadonlyMap<string, ModelValue>;
  /** The same without plurals and verb endings. */
  readonly byRoots: ReadonlyMap<string, ModelValue>;
  readonly longest: number;
  /** Mean number of words in a form: what tells a catch-all from a list of names. */
  readonly meanWords: number;
}

/** What the simulator reads of an interaction model. */
export interface Model {
  readonly invocationName: string;
  readonly intents: ReadonlyMap<string, ModelIntent>;
  readonly types: ReadonlyMap<string, ModelType>;
  /** Slots that the dialog model requires, by intent; an intent without dialog is absent. */
  readonly dialog: ReadonlyMap<string, ReadonlySet<string>>;
}

const Slot = z.looseObject({ name: z.string(), type: z.string(), samples: z.array(z.string()).optional() });
const File = z.looseObject({
  interactionModel: z.looseObject({
    languageModel: z.looseObject({
      invocationName: z.string().min(1),
      intents: z
        .array(
          z.looseObject({
            name: z.string(),
            samples: z.array(z.string()).optional(),
            slots: z.array(Slot).optional(),
          }),
        )
        .min(1),
      types: z
        .array(
          z.looseObject({
            name: z.string(),
            values: z.array(
              z.looseObject({
                id: z.string().nullish(),
                name: z.looseObject({ value: z.string(), synonyms: z.array(z.string()).optional() }),
              }),
            ),
          }),
        )
        .optional(),
    }),
    dialog: z
      .looseObject({
        intents: z.array(
          z.looseObject({
            name: z.string(),
            slots: z.array(z.looseObject({ name: z.string(), elicitationRequired: z.boolean().optional() })).optional(),
          }),
        ),
      })
      .optional(),
  }),
});

/** Reads an interaction model as the skill package holds it. Throws with a sentence that names the first fault. */
export function parseModel(json: unknown, where: string): Model {
  const parsed = File.safeParse(json);
  if (!parsed.success) {
    const fault = parsed.error.issues[0];
    throw new Error(
      `${where} is not an interaction model: ${fault?.path.join('.') ?? ''} ${fault?.message ?? ''}`.trim(),
    );
  }
  const { languageModel, dialog } = parsed.data.interactionModel;
  return {
    invocationName: languageModel.invocationName,
    intents: new Map(
      languageModel.intents.map(({ name, samples, slots }) => [
        name,
        {
          name,
          samples: samples ?? [],
          slots: (slots ?? []).map((slot) => ({ ...slot, samples: slot.samples ?? [] })),
        },
      ]),
    ),
    types: new Map(
      (languageModel.types ?? []).map(({ name, values }) => [
        name,
        typeOf(
          name,
          values.map((value) => ({
            value: { name: value.name.value, ...(value.id ? { id: value.id } : {}) },
            forms: [value.name.value, ...(value.name.synonyms ?? [])],
          })),
        ),
      ]),
    ),
    dialog: new Map(
      (dialog?.intents ?? []).map(({ name, slots }) => [
        name,
        new Set((slots ?? []).filter((slot) => slot.elicitationRequired === true).map((slot) => slot.name)),
      ]),
    ),
  };
}

function typeOf(name: string, values: readonly { value: ModelValue; forms: readonly string[] }[]): ModelType {
  const byWords = new Map<string, ModelValue>();
  const byRoots = new Map<string, ModelValue>();
  let longest = 1;
  let total = 0;
  let forms = 0;
  for (const { value, forms: spoken } of values) {
    for (const form of spoken) {
      const parts = keys(form);
      addFirst(byWords, parts.join(' '), value);
      addFirst(byRoots, parts.map(root).join(' '), value);
      longest = Math.max(longest, parts.length);
      total += parts.length;
      forms += 1;
    }
  }
  return { name, byWords, byRoots, longest, meanWords: forms === 0 ? 0 : total / forms };
}

function addFirst(map: Map<string, ModelValue>, words: string, value: ModelValue): void {
  if (!map.has(words)) map.set(words, value);
}
