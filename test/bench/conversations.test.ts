import { INTENTS, isIntentName, SLOTS } from '../../interaction-model/intents';
import { conversation } from '../../tools/bench/conversations';

const MANY = Array.from({ length: 200 }, (_, n) => n);

test('the mix is always the same', () => {
  expect(MANY.map(conversation)).toEqual(MANY.map(conversation));
});

test('the mix varies: several kinds of conversations, with several answers each', () => {
  const all = MANY.map(conversation);
  expect(new Set(all.map((said) => said.map(([intent]) => intent).join(' '))).size).toBe(6);
  expect(new Set(all.map((said) => JSON.stringify(said))).size).toBeGreaterThan(50);
});

test('everything that is said is an intent of the model, with slots that it has', () => {
  for (const [intent, slots = {}] of MANY.flatMap(conversation)) {
    expect(isIntentName(intent)).toBe(true);
    const known: readonly string[] = isIntentName(intent) ? INTENTS[intent] : [];
    for (const slot of Object.keys(slots)) {
      expect(Object.keys(SLOTS)).toContain(slot);
      expect(known).toContain(slot);
    }
  }
});
