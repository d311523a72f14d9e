import { INTENTS, type IntentName, isIntentName } from '../../interaction-model/intents';
import { EN } from '../../interaction-model/language/en';
import { openBank } from '../../lambda/adapters/pack';
import { commandIn } from '../../lambda/alexa/commands';
import type { HeardSlot } from '../../lambda/alexa/envelope';
import { meaningOf } from '../../lambda/alexa/hear';
import { KINDS, LEVELS, SETTINGS } from '../../lambda/bank/types';
import { DAY_PARTS } from '../../lambda/coach/heard';
import { LAMBDA_DIST } from '../../tools/paths';

const FIELD = 'records-technician';
const bank = openBank(LAMBDA_DIST);
afterAll(() => bank.close());

const field = bank.field(FIELD);
const commandOf = (text: string) => commandIn(text, bank, FIELD);

/** Intents whose samples are answers, or names and times that an answer may consist of. */
const ANSWERS: ReadonlySet<IntentName> = new Set([
  ...Object.keys(EN.samples)
    .filter(isIntentName)
    .filter((name) => INTENTS[name].some((slot) => slot === 'answer' || slot === 'phrase')),
  'NameAloneIntent',
  'TimeAloneIntent',
] as const);

const NUMBERS = [
  ['5', '5'],
  ['20', '20'],
] as const;

/** What can be said for a slot, with the id that entity resolution finds for it. What names a topic as well is the topic. */
const VALUES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  field: [['records technician', FIELD]],
  topic:
    field?.topics.flatMap(({ id, name, aliases }) => [name, ...aliases].map((words) => [words, id] as const)) ?? [],
  term: field?.terms.flatMap(({ id, term, aliases }) => [term, ...aliases].map((words) => [words, id] as const)) ?? [],
  level: LEVELS.flatMap((id) => [EN.levels[id].value, ...EN.levels[id].synonyms].map((words) => [words, id] as const)),
  setting: SETTINGS.flatMap((id) =>
    [EN.settings[id].value, ...EN.settings[id].synonyms].map((words) => [words, id] as const),
  ),
  count: NUMBERS,
  minutes: NUMBERS,
  seconds: NUMBERS,
  time: [
    ['seven', '07:00'],
    ['half past six', '06:30'],
    ['seven thirty', '07:30'],
    ['noon', '12:00'],
  ],
  daypart: DAY_PARTS.flatMap((id) =>
    [EN.dayparts[id].value, ...EN.dayparts[id].synonyms].map((words) => [words, id] as const),
  ),
  kind: KINDS.flatMap((id) =>
    [EN.kinds[id].value, ...EN.kinds[id].synonyms]
      .filter((words) => !isTopic(words))
      .map((words) => [words, id] as const),
  ),
};

function isTopic(words: string): boolean {
  return field?.topics.some(({ name, aliases }) => [name, ...aliases].includes(words)) ?? false;
}

const matched = (value: string, id: string): HeardSlot => ({
  value,
  resolutions: { resolutionsPerAuthority: [{ status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: { id } }] }] },
});

interface Said {
  readonly intent: IntentName;
  readonly text: string;
  readonly slots: Readonly<Record<string, HeardSlot>>;
}

/** A sample as it is said, its slots filled with the values at `turn`. */
function saidAt(intent: IntentName, sample: string, turn: number): Said {
  const slots: Record<string, HeardSlot> = {};
  const text = sample.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const values = VALUES[slot] ?? [];
    const [words, id] = values[turn % values.length] ?? ['', ''];
    slots[slot] = matched(slot === 'time' ? id : words, id);
    return words;
  });
  return { intent, text, slots };
}

const commands: readonly (readonly [IntentName, string])[] = [EN.samples, EN.builtInPhrases].flatMap((table) =>
  Object.entries(table).flatMap(([intent, samples]) =>
    isIntentName(intent) && !ANSWERS.has(intent) ? samples.map((sample: string) => [intent, sample] as const) : [],
  ),
);

const byIntent = [...new Set(commands.map(([intent]) => intent))].map(
  (intent) => [intent, commands.filter(([one]) => one === intent)] as const,
);

test.each(byIntent)('%s means the same as an intent of its own and in the words of an answer', (_, samples) => {
  const most = Math.max(...Object.values(VALUES).map((values) => values.length));
  for (const [intent, sample] of samples) {
    for (let turn = 0; turn < (sample.includes('{') ? most : 1); turn++) {
      const { text, slots } = saidAt(intent, sample, turn);
      expect({ text, heard: commandOf(text) }).toEqual({ text, heard: meaningOf(intent, slots) });
    }
  }
});

test('every command is tried', () => {
  const without = new Set(['AMAZON.FallbackIntent', ...ANSWERS]);
  expect(byIntent.map(([intent]) => intent).sort()).toEqual(
    Object.keys(INTENTS)
      .filter((intent) => !without.has(intent))
      .sort(),
  );
});

test.each([
  ['Skip.', 'skip'],
  ['  SKIP  please ', 'skip'],
  ['please repeat', 'repeat'],
  ['alexa stop', 'stop'],
  ['What’s a good answer?', 'sample'],
  ["That's all!", 'thats-all'],
  ['Ooh, tough one', 'uneasy'],
  ["Hmm, that's a hard one.", 'uneasy'],
  ['oh no', 'no'],
  ['okay skip', 'skip'],
  ['Huh?', 'repeat'],
  ['Say that again, slower', 'slower'],
])('case, punctuation, sighs and politeness do not matter: %s', (text, kind) => {
  expect(commandOf(text)).toEqual({ kind });
});

test.each([
  'i would skip lunch and repeat the count',
  'help the customer first',
  'i would stop the shredding',
  'stop the truck and call my supervisor',
  'repeat the count twice and write it down',
  'what matters is the date',
  'sorry i would not do that',
  'oh i would stop the shredding',
  'a hard one is the hold',
  'no i would not shred it',
  'yes because the schedule says so',
  'i would go back to the shelf and look again',
  'next i check whether there is a hold',
  'cancel the pick up and tell the vendor',
  "i don't know the customer so i ask for an id",
  'why they need it is my first question',
  'hold on to the box until counsel releases it',
  'ask me again tomorrow is what i would tell them',
  'a question about the retention period goes to the records manager',
  'i would switch to the new numbering system',
  'go to the records manager',
  'explain the schedule to the manager',
  'that is all in the file plan',
  'the link between the two files is a cross reference',
  'disposition',
  'legal hold',
  '',
  '…',
])('a command inside a longer text is part of the answer: %s', (text) => {
  expect(commandOf(text)).toBeUndefined();
});

test('any command with words around it is part of an answer', () => {
  for (const [intent, sample] of commands) {
    const { text } = saidAt(intent, sample, 0);
    for (const answer of [`i would say ${text} to the manager`, `the box and then ${text} as the policy says`]) {
      expect({ answer, heard: commandOf(answer) }).toEqual({ answer, heard: undefined });
    }
  }
});

const ASKED = 'What falls within the scope of a records policy? What do you leave out?';
const inQuestion = (text: string) => commandIn(text, bank, FIELD, () => ASKED);

test.each([
  ['what does scope mean', 'scope'],
  ['what do you mean by scope', 'scope'],
  ["i don't understand scope", 'scope'],
  ['what is scope', 'scope'],
  ['what is the scope', 'the scope'],
  ["what's a records policy", 'a records policy'],
  ['what does photosynthesis mean', 'photosynthesis'],
])('a word that the glossary does not have is asked for: %s', (text, missing) => {
  expect(inQuestion(text)).toEqual({ kind: 'explain', missing });
});

test.each(['what is important', 'explain the scope', 'define scope', 'what is legal and what is fair to the customer'])(
  'is an answer: %s',
  (text) => {
    expect(inQuestion(text)).toBeUndefined();
  },
);

test('without a field, names of topics and terms are words like any', () => {
  expect(commandIn('ask me about disposition', bank, undefined)).toBeUndefined();
  expect(commandIn('skip', bank, undefined)).toEqual({ kind: 'skip' });
});

test('no command is as long as what it searches in vain', () => {
  expect(commandOf('skip '.repeat(2000))).toBeUndefined();
});
