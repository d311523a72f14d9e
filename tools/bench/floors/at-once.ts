import { readLexicon } from '../../../lambda/adapters/lexicon';
import { openBank } from '../../../lambda/adapters/pack';
import { skillOf } from '../../../lambda/alexa/skill';
import { memoryStore } from '../memory-store';

/** The skill as it is wired, on what was built into a folder, but for its store, which answers at once. */
export function handlerIn(dist: string): (event: unknown) => ReturnType<ReturnType<typeof skillOf>> {
  const store = memoryStore();
  return skillOf({ store: () => store, bank: openBank(dist), lexicon: readLexicon(dist), log: () => {} });
}
