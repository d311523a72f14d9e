import { ensureBuilt } from '../tools/build';
import { findChromium, NO_CHROMIUM } from '../tools/chromium';

/** Before any test: what tests run as built is built, and what cannot be tested here is said. */
export default async (): Promise<void> => {
  if (findChromium() === undefined) process.stderr.write(`Not run: every test in a browser (${NO_CHROMIUM}).\n`);
  await ensureBuilt();
};
