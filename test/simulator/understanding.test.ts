import { addressed } from '../../simulator/understanding/invocation';
import { numberFrom } from '../../simulator/understanding/numbers';
import { understanding } from '../../simulator/understanding/understand';
import { root, textOf, words } from '../../simulator/understanding/words';
import { fixtureModel } from './fixtures/model';

const model = fixtureModel();
const understand = understanding(model);
const answering = { intent: 'AnswerIntent', slot: 'answer' };

const valuesOf = (sentence: string, elicited?: typeof answering) => {
  const { intent, slots, by } = understand(sentence, elicited);
  return [intent, Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, slot.value])), by];
};

describe('what Alexa makes of a sentence', () => {
  test.each<[string, string, Record<string, string>, string]>([
    ['ask me a question', 'QuestionIntent', {}, 'sample'],
    ['Ask me a question, please!', 'QuestionIntent', {}, 'overlap'],
    ['a question about Mars', 'QuestionIntent', { planet: 'mars' }, 'sample'],
    ['a question about the red planet', 'QuestionIntent', { planet: 'the red planet' }, 'sample'],
    ['five questions about venus', 'QuestionIntent', { count: '5', planet: 'venus' }, 'sample'],
    ['twenty five questions about venus', 'QuestionIntent', { count: '25', planet: 'venus' }, 'sample'],
    ['12 questions about saturn', 'QuestionIntent', { count: '12', planet: 'saturn' }, 'sample'],
    ['fly to pluto', 'TravelIntent', { planet: 'pluto' }, 'sample'],
    ['could i have a clue', 'HintIntent', {}, 'overlap'],
    ['quiz me about the morning star', 'QuestionIntent', { planet: 'morning star' }, 'overlap'],
    ["I'd wait for nightfall", 'WouldIntent', { rest: 'wait for nightfall' }, 'carrier'],
    ['goodbye', 'AMAZON.StopIntent', {}, 'sample'],
    ['never mind', 'AMAZON.CancelIntent', {}, 'built-in'],
    ['yeah sure', 'AMAZON.YesIntent', {}, 'built-in'],
    ['not really', 'AMAZON.NoIntent', {}, 'sample'],
    ['the ring is made of ice', 'AnythingIntent', { anything: 'the ring is made of ice' }, 'sample'],
    [
      'my neighbour waters her tulips daily',
      'AnythingIntent',
      { anything: 'my neighbour waters her tulips daily' },
      'catch-all',
    ],
    ['banana', 'AMAZON.FallbackIntent', {}, 'fallback'],
    ['go home', 'AMAZON.FallbackIntent', {}, 'fallback'],
    ['', 'AMAZON.FallbackIntent', {}, 'fallback'],
  ])('%j is %s %j by %s', (sentence, intent, slots, by) => {
    expect(valuesOf(sentence)).toEqual([intent, slots, by]);
  });
});

describe('while a slot is elicited', () => {
  test.each<[string, string, Record<string, string>, string]>([
    ['Mars', 'AnswerIntent', { answer: 'mars' }, 'elicited'],
    ['the ring is made of ice', 'AnswerIntent', { answer: 'the ring is made of ice' }, 'elicited'],
    ["my answer is that it's the red planet", 'AnswerIntent', { answer: "that it's the red planet" }, 'elicited'],
    ['i would look for Venus', 'WouldIntent', { rest: 'look for venus' }, 'carrier'],
    ['give me a hint', 'HintIntent', {}, 'sample'],
    ['could you give me a hint please', 'HintIntent', {}, 'overlap'],
    ['stop', 'AMAZON.StopIntent', {}, 'built-in'],
    [
      'it has rings and a question about them is what they are made of',
      'AnswerIntent',
      { answer: 'it has rings and a question about them is what they are made of' },
      'elicited',
    ],
  ])('%j is %s %j by %s', (sentence, intent, slots, by) => {
    expect(valuesOf(sentence, answering)).toEqual([intent, slots, by]);
  });
});

describe('names are looked up in the slot type', () => {
  test.each([
    ['fly to the red planet', { id: 'mars', name: 'Mars' }],
    ['fly to saturn', { name: 'Saturn' }],
    ['fly to pluto', null],
  ])('%s', (sentence, matched) => {
    expect(understand(sentence).slots.planet?.matched).toEqual(matched);
  });
});

describe('whom a sentence is for', () => {
  test.each([
    ['open night sky', { to: 'launch' }],
    ['Alexa, launch Night Sky please', { to: 'launch' }],
    ['night sky', { to: 'launch' }],
    ['ask night sky', { to: 'launch' }],
    ['ask night sky for a question', { to: 'one-shot', requests: ['a question', 'for a question'] }],
    [
      'Alexa, ask Night Sky to quiz me on Mars',
      { to: 'one-shot', requests: ['quiz me on mars', 'to quiz me on mars'] },
    ],
    ['tell night sky i need a clue', { to: 'one-shot', requests: ['i need a clue'] }],
    ['open night sky and give me a hint', { to: 'one-shot', requests: ['give me a hint', 'and give me a hint'] }],
    ['give me a hint from night sky', { to: 'one-shot', requests: ['give me a hint'] }],
    ["alexa, I'm done", { to: 'session', text: "I'm done" }],
    ['open the pod bay doors', { to: 'session', text: 'open the pod bay doors' }],
    ['i once looked at the night sky', { to: 'session', text: 'i once looked at the night sky' }],
  ])('%s', (sentence, expected) => {
    expect(addressed(sentence, 'night sky')).toEqual(expected);
  });
});

describe('words', () => {
  test.each([
    [
      "I'd say it’s N.A.R.A. rules — 5, not 1,000!",
      "i'd say it's nara rules 5 not 1000",
      'i would say it is nara rules five not 1000',
    ],
    ["can't won't don't", "can't won't don't", 'can not will not do not'],
    ["the interviewer's follow-up", "the interviewer's follow up", "the interviewer's follow up"],
  ])('%s', (sentence, text, keyed) => {
    const all = words(sentence);
    expect(textOf(all, 0, all.length)).toBe(text);
    expect(all.map((word) => word.key).join(' ')).toBe(keyed);
  });

  test.each([
    ['topics', 'topic'],
    ['privacy', 'privacy'],
    ['process', 'process'],
    ['asking', 'asking'],
    ['practicing', 'practic'],
    ['missed', 'miss'],
  ])('the root of %s is %s', (word, expected) => {
    expect(root(word)).toBe(expected);
  });

  test.each<[string, number | undefined]>([
    ['seven', 7],
    ['twenty one', 21],
    ['a hundred and ten', 110],
    ['three thousand two hundred', 3200],
    ['42', 42],
    ['a', undefined],
    ['one two', undefined],
    ['hundred', undefined],
    ['two hundred and', undefined],
    ['many', undefined],
  ])('%s is %s', (said, value) => {
    expect(numberFrom(said.split(' '))).toBe(value);
  });
});
