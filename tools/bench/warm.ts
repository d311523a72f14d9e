import { LAMBDA_DIST } from '../paths';
import { conversation } from './conversations';
import { type Figure, tail } from './figures';
import { floorIn } from './floors';
import { builtHandler, type Handler, play } from './play';
import { withBar } from './progress';

/** Turns that are not measured: by then, V8 has compiled what is run often. */
const WARMING = 400;
/** Sessions that one person has, one after the other. */
const SESSIONS = 5;

/**
 * Warm turns of a mix of conversations: with a store that answers at once, and by the built handler on the real engine. No settings service
 * is named: the skill alone is measured.
 */
export async function warmTurns(
  turns: number,
  workDir: string,
  env: Readonly<Record<string, string>>,
): Promise<readonly Figure[]> {
  const { handlerIn }: { handlerIn: (dist: string) => Handler } = await import(await floorIn(workDir, 'at-once'));
  return [
    ...(await turnsOf(handlerIn(LAMBDA_DIST), 'store at once', turns)),
    ...(await turnsOf(await builtHandler(env), 'database', turns)),
  ];
}

/** By voice and with a screen, in turns, so that a machine that changes its speed changes it for both. */
async function turnsOf(handler: Handler, store: string, turns: number): Promise<readonly Figure[]> {
  const all = turns + WARMING;
  const times = { voice: [] as number[], screen: [] as number[] };
  await withBar(`Warm turns, ${store}`, all, async (at) => {
    for (let n = 0; Math.min(times.voice.length, times.screen.length) < all; n++) {
      for (const by of ['voice', 'screen'] as const) times[by].push(...(await session(handler, by, n)));
      at(Math.min(all, times.voice.length));
    }
  });
  return (['voice', 'screen'] as const).flatMap((by) =>
    tail(`warm turn, ${by}, ${store}`, times[by].slice(WARMING, all)),
  );
}

const session = (handler: Handler, by: 'voice' | 'screen', n: number): Promise<readonly number[]> => {
  const device = { screen: by === 'screen', withoutServices: true } as const;
  return play(handler, { id: `warm-${n}`, user: `warm-${by}-${Math.floor(n / SESSIONS)}`, device }, conversation(n));
};
