import fc from 'fast-check';
import { LOCALE_FILES, speller } from '../../interaction-model/locales';
import { fieldNames, type NamedField, termNames, topicNames, valuesOf } from '../../interaction-model/vocabulary';

const same = (form: string) => form;

const dentist: NamedField = {
  id: 'dentist',
  name: 'dentist',
  plural: 'dentists',
  aliases: ['tooth doctor'],
  topics: [
    { id: 'x-rays', name: 'x-rays, and safety', aliases: ['radiation'] },
    { id: 'policies', name: 'office policies', aliases: ['rules', 'radiation'] },
    { id: 'rules', name: 'rules', aliases: ['house rules'] },
  ],
  terms: [{ id: 'enamel', term: 'enamel', aliases: ['coating', 'enamel'] }],
};

test('a field is called by its name, its plural and its aliases', () => {
  expect(valuesOf(fieldNames([dentist]), same)).toEqual([
    { id: 'dentist', value: 'dentist', synonyms: ['dentists', 'tooth doctor'] },
  ]);
});

test('a topic has its singular too; a form stands for the topic that it is the name of, or else for the first', () => {
  expect(valuesOf(topicNames([dentist]), same)).toEqual([
    { id: 'x-rays', value: 'x-rays and safety', synonyms: ['radiation'] },
    { id: 'policies', value: 'office policies', synonyms: ['office policy'] },
    { id: 'rules', value: 'rules', synonyms: ['house rules', 'rule'] },
  ]);
});

test.each([
  ['legal holds', 'legal hold'],
  ['access', undefined],
  ['digital status', undefined],
  ['cost analysis', undefined],
  ['disposition', undefined],
])('the singular of %s is %s', (name, singular) => {
  const [named] = topicNames([{ ...dentist, topics: [{ id: 'it', name, aliases: [] }] }]);
  expect(valuesOf(named ? [named] : [], same)[0]?.synonyms).toEqual(singular === undefined ? [] : [singular]);
});

test('what several fields share is one value', () => {
  const hygienist = { ...dentist, id: 'hygienist', terms: [{ id: 'enamel', term: 'enamel', aliases: ['surface'] }] };
  expect(valuesOf(termNames([dentist, hygienist]), same)).toEqual([
    { id: 'enamel', value: 'enamel', synonyms: ['coating', 'surface'] },
  ]);
});

test('any names at all give values in which each form stands for one id, and is in lower case', () => {
  const word = fc.constantFrom('Hold', 'holds', 'File', 'file plan', 'plan', 'A, B', '');
  const named = fc.record({ id: fc.constantFrom('one', 'two', 'three'), forms: fc.array(word) });
  fc.assert(
    fc.property(fc.array(named), (names) => {
      const values = valuesOf(names, same);
      const forms = values.flatMap(({ value, synonyms }) => [value, ...synonyms]);
      expect(new Set(forms).size).toBe(forms.length);
      expect(new Set(values.map(({ id }) => id)).size).toBe(values.length);
      for (const form of forms) expect(form).toMatch(/^[\p{Ll}\p{N}' -]+$/u);
    }),
  );
});

test.each([
  ['en-US', 'a behavioral question about cataloging', 'a behavioral question about cataloging'],
  ['en-GB', 'a behavioral question about cataloging', 'a behavioural question about cataloguing'],
  ['en-GB', 'I want to practice. Good practice.', 'I want to practise. Good practice.'],
  ['en-GB', 'Organize the records center', 'Organise the records centre'],
  ['en-CA', 'Organize the records center', 'Organize the records centre'],
  ['en-AU', 'the reorganization', 'the reorganization'],
  ['en-IN', 'a catalog', 'a catalogue'],
] as const)('%s writes "%s" as "%s"', (locale, text, local) => {
  expect(speller(LOCALE_FILES[locale].spelling)(text)).toBe(local);
});

test('a value keeps the shared spelling as a synonym, because recognition may write either', () => {
  const spell = speller(LOCALE_FILES['en-GB'].spelling);
  expect(valuesOf([{ id: 'c', forms: ['cataloging', 'catalogs'] }], spell)).toEqual([
    { id: 'c', value: 'cataloguing', synonyms: ['cataloging', 'catalogs'] },
  ]);
});
