import { rmSync } from 'node:fs';
import { openSpeaker } from '../../simulator/open';
import { parseLine } from '../../simulator/script';
import type { Turn } from '../../simulator/turn';
import { compileBank } from '../../tools/bank/compile';
import { distWith } from '../dist-with';

/** Says everything to the built skill on another bank, on a fresh database; the turns, one for each line. */
export async function practise(root: string, lines: readonly string[]): Promise<readonly Turn[]> {
  const dist = distWith(compileBank(root));
  const start = Date.parse('2026-11-24T17:00:00Z');
  const who = { user: 'sam', locale: 'en-US', timezone: 'UTC', screen: false };
  const { speaker, close } = await openSpeaker({ dist, ...who, start, log: () => {} });
  try {
    const turns: Turn[] = [];
    for (const line of lines) turns.push(...(await speaker.play(parseLine(line), line)).turns);
    return turns;
  } finally {
    await close();
    rmSync(dist, { recursive: true, force: true });
  }
}
