import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSpeaker } from '../../simulator/open';
import { parseLine } from '../../simulator/script';
import type { Turn } from '../../simulator/turn';
import { compileBank } from '../../tools/bank/compile';
import { writeLexicon } from '../../tools/bank/lexicon-file';
import { writePack } from '../../tools/bank/pack';
import { buildModel } from '../../tools/build-model';
import { DIST } from '../../tools/paths';

/** Says everything to the built skill on another bank, on a fresh database; the turns, one for each line. */
export async function practise(root: string, lines: readonly string[]): Promise<readonly Turn[]> {
  const dist = mkdtempSync(join(tmpdir(), 'dist-'));
  mkdirSync(join(dist, 'lambda'));
  copyFileSync(join(DIST, 'lambda/index.js'), join(dist, 'lambda/index.js'));
  const bank = compileBank(root);
  writePack(bank.fields, join(dist, 'lambda'));
  writeLexicon(
    bank.source.lexicon.map(({ value }) => value),
    join(dist, 'lambda'),
  );
  buildModel({ outDir: join(dist, 'skill-package'), fields: bank.fields });
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
