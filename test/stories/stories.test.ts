import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBank } from '../../lambda/adapters/pack';
import { DIST, LAMBDA_DIST } from '../../tools/paths';
import { played } from './play';
import { knownOf } from './rules';
import { parseStory } from './script';

const stories = readdirSync(__dirname).filter((name) => name.endsWith('.txt'));
const known = knownOf(openBank(LAMBDA_DIST));

/** The built skill reads its environment as it loads, so every story loads it anew. */
beforeEach(() => jest.resetModules());

test.each(stories)('%s', async (name) => {
  const faults = await played(parseStory(readFileSync(join(__dirname, name), 'utf8')), DIST, known);
  expect(faults.map((fault) => `test/stories/${name}:${fault}`).join('\n')).toBe('');
});
