import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CARD_IMAGES } from '../lambda/cards/card';
import { picture } from './icon';

/** Writes the pictures that stand beside the text of cards into a folder, which is made if need be. */
export function writeCardImages(outDir: string): void {
  mkdirSync(outDir, { recursive: true });
  for (const { name, width, height } of Object.values(CARD_IMAGES))
    writeFileSync(join(outDir, name), picture(width, height));
}
