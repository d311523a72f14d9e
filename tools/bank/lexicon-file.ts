import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEXICON_FILE } from '../../lambda/adapters/lexicon';
import type { Pronunciation } from '../../lambda/bank/types';

/** Writes the lexicon beside the pack, as small as it can be said. */
export function writeLexicon(lexicon: readonly Pronunciation[], outDir: string): void {
  mkdirSync(outDir, { recursive: true });
  const pairs = lexicon.map(({ written, spoken }) => [written, spoken]);
  writeFileSync(join(outDir, LEXICON_FILE), JSON.stringify(pairs));
}
