import { copyFileSync, cpSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EVERYDAY } from './conversations';
import { intentEnvelope, launchEnvelope } from './envelopes';
import { type Fresh, inNode } from './fresh';

/**
 * The bundle with V8's code cache, in a folder of its own: made by the very Node that is to run it, after a dozen turns, so that what a
 * first turn needs is in it. Gives the place of what is loaded in the bundle's stead.
 */
export async function withCodeCache(bundle: string, folder: string, { node, workDir, env }: Fresh): Promise<string> {
  const filter = (path: string) => path !== bundle && !path.endsWith('.map');
  cpSync(dirname(bundle), folder, { recursive: true, filter });
  copyFileSync(bundle, join(folder, 'skill.js'));
  const events = join(workDir, 'events.json');
  writeFileSync(events, JSON.stringify(turnsOf(`cache-${basename(folder)}`)));
  await inNode(node, [join(__dirname, 'make-code-cache.cjs'), folder, events], env);
  const index = join(folder, 'index.js');
  copyFileSync(join(__dirname, 'cached-index.cjs'), index);
  return index;
}

const turnsOf = (id: string): readonly unknown[] => [
  launchEnvelope(id),
  ...EVERYDAY.map(([intent, slots], i) => intentEnvelope({ id }, i, intent, slots)),
];
