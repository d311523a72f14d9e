import { eachModel, eachSample, formsOf, heard, type Rule, slotsIn, typesOf } from './rule';

const NAME = /^[A-Za-z_]+$/;
const BUILT_INS = ['Help', 'Stop', 'Cancel', 'Fallback', 'NavigateHome', 'Yes', 'No', 'Repeat'];
const MOST_MODEL_BYTES = 1_500_000;
const MOST_VALUES = 50_000;
const LONGEST_VALUE = 140;
const CATCH_ALL = 'SPOKEN_ANSWER';

const isAmazons = (name: string): boolean => name.startsWith('AMAZON.');
const wordsIn = (text: string): number => text.split(' ').length;

/** Intents, slots, types and values, and how many of them there may be. */
export const LIST_RULES: readonly Rule[] = [
  {
    id: 'a17',
    says: 'Names of intents and slots have letters and underscores only.',
    check: eachModel(({ languageModel: { intents } }) =>
      intents
        .flatMap(({ name, slots = [] }) => [name, ...slots.map((slot) => slot.name)])
        .filter((name) => !isAmazons(name) && !NAME.test(name))
        .map((name) => ({ where: name, fault: 'has other characters: rename it' })),
    ),
  },
  {
    id: 'a18',
    says: 'A slot name has one type across the model.',
    check: eachModel(({ languageModel: { intents } }) => {
      const slots = intents.flatMap((intent) => intent.slots ?? []);
      const typeOf = new Map(slots.map(({ name, type }) => [name, type]));
      return slots
        .filter(({ name, type }) => typeOf.get(name) !== type)
        .map(({ name, type }) => ({ where: `slot ${name}`, fault: `is ${type} and ${typeOf.get(name)}: keep one` }));
    }),
  },
  {
    id: 'declared',
    says: 'A slot in a sample is declared by its intent, and its type by the model.',
    check: eachSample(({ text, intent }) => {
      const odd = slotsIn(text).find((name) => !intent.slots?.some((slot) => slot.name === name));
      return odd === undefined ? undefined : `{${odd}} is no slot of the intent: declare it, or correct the sample`;
    }),
  },
  {
    id: 'types',
    says: 'A slot type of our own is in the model, has values, and is used.',
    check: eachModel((model) => {
      const listed = typesOf(model).filter(({ values = [] }) => values.length > 0);
      const used = model.languageModel.intents.flatMap(({ slots = [] }) => slots.map(({ type }) => type ?? ''));
      const missing = used.filter((type) => !isAmazons(type) && !listed.some(({ name }) => name === type));
      const idle = typesOf(model).filter(({ name }) => !used.includes(name));
      return [
        ...missing.map((type) => ({ where: `type ${type}`, fault: 'has no values: add them' })),
        ...idle.map(({ name }) => ({ where: `type ${name}`, fault: 'is the type of no slot: delete it' })),
      ];
    }),
  },
  {
    id: 'used',
    says: 'A slot stands in a sample of its intent.',
    check: eachModel(({ languageModel: { intents } }) =>
      intents.flatMap(({ name: intent, slots = [], samples = [] }) =>
        slots
          .filter(({ name }) => !samples.some((sample) => slotsIn(sample).includes(name)))
          .map(({ name }) => ({ where: `${intent}, slot ${name}`, fault: 'stands in no sample: write one' })),
      ),
    ),
  },
  {
    id: 'a20',
    says: 'A value has at most 140 characters.',
    check: eachModel((model) =>
      typesOf(model).flatMap(({ name, values = [] }) =>
        values
          .flatMap(formsOf)
          .filter((form) => form.length > LONGEST_VALUE)
          .map((form) => ({
            where: `type ${name}, "${form.slice(0, 40)} …"`,
            fault: `has ${form.length}: shorten it`,
          })),
      ),
    ),
  },
  {
    id: 'a21',
    says: 'All slot types together have at most 50,000 values, synonyms counted.',
    check: eachModel((model) => {
      const count = typesOf(model).flatMap(({ values = [] }) => values.flatMap(formsOf)).length;
      return count > MOST_VALUES ? [{ where: 'types', fault: `hold ${count} values: drop synonyms` }] : [];
    }),
  },
  {
    id: 'a22',
    says: 'A model has at most 1.5 MB.',
    check: ({ models }) =>
      Object.entries(models)
        .map(([where, model]) => ({ where, bytes: Buffer.byteLength(JSON.stringify(model)) }))
        .filter(({ bytes }) => bytes > MOST_MODEL_BYTES)
        .map(({ where, bytes }) => ({ where, fault: `has ${bytes} bytes: drop values or samples` })),
  },
  {
    id: 'a23',
    says: 'A model has at most 250 intents.',
    check: eachModel(({ languageModel: { intents } }) =>
      intents.length > 250 ? [{ where: 'intents', fault: `are ${intents.length}: merge some` }] : [],
    ),
  },
  {
    id: 'a25',
    says: 'The catch-all has 60 to 120 values, of four words or more and of many lengths.',
    check: eachModel((model) => {
      const values = typesOf(model).find(({ name }) => name === CATCH_ALL)?.values ?? [];
      const short = values.flatMap(formsOf).filter((form) => wordsIn(form) < 4);
      const lengths = new Set(values.map(({ name }) => wordsIn(name.value)));
      return [
        ...short.map((form) => ({ where: `"${form}"`, fault: 'is too short: take four words or more' })),
        ...(values.length < 60 || values.length > 120
          ? [{ where: CATCH_ALL, fault: `has ${values.length} values: give 60 to 120` }]
          : []),
        ...(lengths.size < 8 ? [{ where: CATCH_ALL, fault: `has ${lengths.size} lengths: vary them more` }] : []),
      ];
    }),
  },
  {
    id: 'a26',
    says: 'The model has the built-in intents that certification and a coach need.',
    check: eachModel(({ languageModel: { intents } }) =>
      BUILT_INS.map((name) => `AMAZON.${name}Intent`)
        .filter((name) => !intents.some((intent) => intent.name === name))
        .map((name) => ({ where: name, fault: 'is missing: add it' })),
    ),
  },
  {
    id: 'ambiguous',
    says: 'Within a type, what people say stands for one value.',
    check: eachModel((model) =>
      typesOf(model).flatMap(({ name, values = [] }) => {
        const forms = values.flatMap((value) => [...new Set(formsOf(value).map(heard))]);
        return forms
          .filter((form, i) => forms.indexOf(form) !== i)
          .map((form) => ({ where: `type ${name}, "${form}"`, fault: 'stands for two values: keep one' }));
      }),
    ),
  },
];
