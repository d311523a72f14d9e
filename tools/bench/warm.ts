import { readLexicon } from '../../lambda/adapters/lexicon';
import { openBank } from '../../lambda/adapters/pack';
import { skillOf } from '../../lambda/alexa/skill';
import { progressBar } from '../bank/progress-bar';
import { LAMBDA_DIST } from '../paths';
import { conversation } from './conversations';
import { type Figure, tail } from './figures';
import { memoryStore } from './memory-store';
import { builtHandler, type Handler, play } from './play';

/** Turns that are not measured: by then, V8 has compiled what is run often. */
const WARMING = 400;
/** Sessions that one person has, one after the other. */
const SESSIONS = 5;

interface Way {
  readonly name: string;
  readonly handler: Handler;
  readonly screen: boolean;
  readonly times: number[];
}

/**
 * Warm turns of a mix of conversations, by voice and with a screen: with a store that answers at once, and by the built handler on the
 * real engine. The four take turns, so that a machine that changes its speed changes it for all. No settings service is named: the skill
 * alone is measured.
 */
export async function warmTurns(turns: number, env: Readonly<Record<string, string>>): Promise<readonly Figure[]> {
  const handlers = { 'store at once': atOnce(), database: await builtHandler(env) };
  const ways = Object.entries(handlers).flatMap(([store, handler]): readonly Way[] => [
    { name: `warm turn, voice, ${store}`, handler, screen: false, times: [] },
    { name: `warm turn, screen, ${store}`, handler, screen: true, times: [] },
  ]);
  const bar = progressBar('Warm turns');
  const all = turns + WARMING;
  const done = () => Math.min(all, ...ways.map(({ times }) => times.length));
  bar.start(all);
  for (let n = 0; done() < all; n++) {
    for (const way of ways) way.times.push(...(await session(way, n)));
    bar.at(done());
  }
  bar.stop();
  return ways.flatMap(({ name, times }) => tail(name, times.slice(WARMING, all)));
}

const session = ({ handler, screen }: Way, n: number): Promise<readonly number[]> => {
  const user = `warm-${screen ? 'screen' : 'voice'}-${Math.floor(n / SESSIONS)}`;
  return play(handler, { id: `warm-${n}`, user, device: { screen, withoutServices: true } }, conversation(n));
};

/** The skill as it is wired, but for its store. */
function atOnce(): Handler {
  const store = memoryStore();
  return skillOf({
    store: () => store,
    bank: openBank(LAMBDA_DIST),
    lexicon: readLexicon(LAMBDA_DIST),
    log: () => {},
  });
}
