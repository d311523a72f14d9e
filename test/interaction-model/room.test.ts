import fc from 'fast-check';
import { LOCALE_FILES } from '../../interaction-model/locales';
import { interactionModel, namesIn } from '../../interaction-model/model';
import { fitting, type NamedField } from '../../interaction-model/vocabulary';
import { LIST_RULES } from '../../tools/lint-model/lists';

const value = (id: string, ...synonyms: string[]) => ({ id, value: id, synonyms });

test('the first values are taken while there is room for their forms and their bytes', () => {
  const values = [value('a', 'aa'), value('b', 'bb', 'bbb'), value('c')];
  expect(fitting(values, { forms: 6, bytes: 1000 })).toEqual(values);
  expect(fitting(values, { forms: 5, bytes: 1000 })).toEqual(values.slice(0, 2));
  expect(fitting(values, { forms: 4, bytes: 1000 })).toEqual(values.slice(0, 1));
  expect(fitting(values, { forms: 100, bytes: 70 })).toEqual(values.slice(0, 1));
  expect(fitting(values, { forms: 0, bytes: 0 })).toEqual([]);
});

test('a value further on never takes the place of one before it', () => {
  const word = fc.string({ minLength: 1 });
  const some = fc.array(fc.record({ id: word, value: word, synonyms: fc.array(word) }));
  fc.assert(
    fc.property(some, fc.nat(30), fc.nat(500), (values, forms, bytes) => {
      const taken = fitting(values, { forms, bytes });
      expect(taken).toEqual(values.slice(0, taken.length));
    }),
  );
});

/** Fields whose names, topics and terms are all different: many times what a model has room for. */
const many = Array.from(
  { length: 9000 },
  (_, i): NamedField => ({
    id: `job-number-${i}-of-many`,
    name: `job number ${i} of many`,
    plural: `jobs number ${i} of many`,
    aliases: [`worker number ${i}`, `a worker of the number ${i}`],
    topics: [{ id: `topic-${i}`, name: `topic number ${i}`, aliases: [`subject number ${i}`] }],
    terms: [{ id: `term-${i}`, term: `term number ${i}`, aliases: [`word number ${i}`] }],
  }),
);

test('thousands of fields make a model that Alexa takes: those that come first are named, the others are not', () => {
  const models = { 'en-US': interactionModel(LOCALE_FILES['en-US'], many) };
  const broken = LIST_RULES.filter(({ id }) => ['a20', 'a21', 'a22'].includes(id)).flatMap(({ check }) =>
    check({ models, manifest: { manifest: {} }, images: {} }),
  );
  expect(broken).toEqual([]);
  for (const type of ['FIELD', 'TOPIC', 'TERM'] as const) {
    const { named, of } = namesIn(LOCALE_FILES['en-US'], many, type);
    expect(of).toBe(many.length);
    expect(named).toBeGreaterThan(1000);
    expect(named).toBeLessThan(many.length);
    const listed = models['en-US'].interactionModel?.languageModel?.types?.find(({ name }) => name === type);
    expect(listed?.values?.length).toBe(named);
  }
});
