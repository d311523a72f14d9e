import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isScreenName, SCREENS, type ScreenName } from '../simulator/screens';
import { ensureBuilt } from './build';
import { LAMBDA_DIST, ROOT } from './paths';
import { gallery } from './screens/gallery';
import { chromiumPath, openPainter } from './screens/painter';

/** Screens that the README shows, by device. */
const KEPT: { readonly [D in ScreenName]: readonly string[] } = {
  round: ['question', 'feedback'],
  small: ['question', 'feedback', 'link'],
  medium: ['sample'],
  large: ['feedback', 'links', 'summary'],
  tv: ['progress'],
};

/** The built skill reads its environment as it loads: every conversation loads it anew. */
const unload = (): void => {
  delete createRequire(__filename).cache[join(LAMBDA_DIST, 'index.js')];
};

/** Draws the skill's screens with Amazon's renderer. Without arguments, those of the README into docs/shots; `--all FOLDER` draws every one. */
async function main([flag, folder]: readonly string[]): Promise<void> {
  const browser = chromiumPath();
  if (browser === undefined) throw new Error('Screenshots need Chromium: install it, or name it in CHROMIUM.');
  await ensureBuilt();
  const all = flag === '--all';
  const to = all && folder !== undefined ? folder : join(ROOT, 'docs/shots');
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const painter = await openPainter(browser);
  try {
    for (const device of Object.keys(SCREENS).filter(isScreenName)) {
      unload();
      for (const [i, picture] of (await gallery(device)).entries()) {
        if (!all && !KEPT[device].includes(picture.name)) continue;
        await painter.draw(picture);
        const number = all ? `${String(i).padStart(2, '0')}-` : '';
        writeFileSync(
          join(to, `${device}-${number}${picture.name.replaceAll(' ', '-')}.png`),
          await painter.shot(device),
        );
      }
    }
  } finally {
    await painter.close();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
