import { meaningOf } from '../../lambda/alexa/hear';
import { matchIn, namedIn, resolved } from '../../lambda/alexa/names';
import type { Bank, Field } from '../../lambda/bank/types';

/** Two fields whose topics share a name, as the interaction model cannot tell them apart. */
const field = (id: string, topics: Field['topics']): Field => ({
  id,
  name: id,
  plural: `${id}s`,
  topics,
  questions: [],
  links: [],
  terms: [{ id: `${id}-hold`, term: 'hold', aliases: ['legal hold'], meaning: 'It stays.' }],
});
const FIELDS = [
  field('clerk', [{ id: 'storage', name: 'storage, and care', aliases: ['preservation', 'storage and care'] }]),
  field('archivist', [{ id: 'preservation', name: 'preservation', aliases: [] }]),
];
const bank: Bank = {
  field: (id) => FIELDS.find((one) => one.id === id),
  named: (spoken) => FIELDS.find(({ name }) => name === spoken)?.id,
  withTopic: (spoken) => FIELDS.find(({ topics }) => topics.some(({ aliases }) => aliases.includes(spoken)))?.id,
  fields: () => ({ count: FIELDS.length, first: [] }),
};

const said = (value: string, id?: string) => resolved({ value }, id);

const topicIn = (words: string, found: string | undefined, fieldId?: string, asked?: string) => {
  const slots = {
    topic: resolved({ value: words }, found),
    ...(asked !== undefined && { field: resolved({ value: asked }, asked) }),
  };
  return matchIn(namedIn(slots, bank, fieldId).topic);
};

test.each([
  ['what the field in play calls so', 'preservation', 'preservation', 'clerk', 'storage'],
  ['what the other field calls so', 'preservation', 'preservation', 'archivist', 'preservation'],
  ['a name with a comma that nobody says', 'storage and care', undefined, 'clerk', 'storage'],
  ['what entity resolution found, where the field has it', 'a storing thing', 'storage', 'clerk', 'storage'],
  ['nothing, where the field does not have it', 'storage', 'storage', 'archivist', undefined],
  ['what entity resolution found, while no field is known', 'preservation', 'preservation', undefined, 'preservation'],
])('a topic is %s', (_, words, found, fieldId, expected) => {
  expect(topicIn(words, found, fieldId)).toBe(expected);
});

test('a topic is that of the field that is asked for with it', () => {
  expect(topicIn('preservation', 'storage', 'clerk', 'archivist')).toBe('preservation');
});

test.each([
  ['is that of another field where only that has it', { topic: said('storage and care') }, 'archivist', 'clerk'],
  ['is that of the field in play first', { topic: said('preservation', 'preservation') }, 'clerk', undefined],
  [
    'is not looked for elsewhere where a field was named',
    { topic: said('x'), field: said('clerk') },
    'archivist',
    'clerk',
  ],
  ['is a setting first', { topic: said('police records') }, 'archivist', undefined],
])('a topic that any field may have %s', (_, slots, inPlay, expected) => {
  expect(matchIn(namedIn(slots, bank, inPlay, true).field)).toBe(expected);
});

test('a term is explained as the field in play knows it', () => {
  const slots = { term: resolved({ value: 'a legal hold' }, 'clerk-hold') };
  expect(matchIn(namedIn(slots, bank, 'archivist').term)).toBeUndefined();
  expect(matchIn(namedIn({ term: resolved({ value: 'legal hold' }, 'clerk-hold') }, bank, 'archivist').term)).toBe(
    'archivist-hold',
  );
});

test.each([
  [
    'is found by its words where entity resolution has no room for it',
    resolved({ value: 'archivist' }, undefined),
    'archivist',
  ],
  ['is what entity resolution found', resolved({ value: 'archivist' }, 'clerk'), 'clerk'],
  ['is nothing where nobody is called so', resolved({ value: 'astronaut' }, undefined), undefined],
])('a field %s', (_, field, expected) => {
  expect(matchIn(namedIn({ field }, bank, undefined).field)).toBe(expected);
});

test('a topic is that of the field that is asked for by its words', () => {
  const slots = { field: { value: 'archivist' }, topic: resolved({ value: 'preservation' }, 'storage') };
  expect(matchIn(namedIn(slots, bank, 'clerk').topic)).toBe('preservation');
});

test.each([
  ['SettingIntent', { setting: said('a hospital', 'health') }, { kind: 'setting', setting: 'health' }],
  ['SettingIntent', { setting: said('a zoo') }, { kind: 'setting', missing: 'a zoo' }],
  ['SettingIntent', {}, { kind: 'list-settings' }],
  ['NoSettingIntent', {}, { kind: 'setting' }],
  ['SwitchFieldIntent', { field: said('police records') }, { kind: 'setting', setting: 'police' }],
  ['SwitchFieldIntent', { field: said('dentist') }, { kind: 'switch-field', missing: 'dentist' }],
  [
    'NameAloneIntent',
    { setting: said('the court', 'court-clerk') },
    { kind: 'name', text: 'the court', setting: 'court-clerk' },
  ],
  ['NameAloneIntent', { topic: said('a clinic') }, { kind: 'name', text: 'a clinic', setting: 'health' }],
  ['NameAloneIntent', { topic: said('holds', 'legal-holds') }, { kind: 'name', text: 'holds', topic: 'legal-holds' }],
])('%s with %j is heard as %j', (intent, slots, heard) => {
  expect(meaningOf(intent, slots)).toEqual(heard);
});
