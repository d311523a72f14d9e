import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ROOT } from '../paths';

const SIZES = { laptop: { width: 1280, height: 800 }, phone: { width: 390, height: 780 } } as const;

const SAID = [
  'open interview rehearsal',
  'an easy scenario question about disposition',
  "I would tell them that we can't because the retention schedule says next year and I'd check if there's a legal hold",
];

/** Longer than anything takes to be read, in milliseconds. */
const READ = 15_000;

/** Takes pictures of the speaker in the browser, in the middle of a first conversation: `page-laptop.png` and `page-phone.png`. */
export async function shootPage(executablePath: string, to: string): Promise<void> {
  const browser = await chromium.launch({ executablePath });
  try {
    for (const [name, viewport] of Object.entries(SIZES)) {
      const [address, stop] = await served();
      const page = await conversation(browser, address, viewport).finally(stop);
      writeFileSync(join(to, `page-${name}.png`), await page.screenshot());
    }
  } finally {
    await browser.close();
  }
}

/** Starts the page's server, at a fixed time and keeping nothing; gives its address and how to end it. */
async function served(): Promise<readonly [string, () => void]> {
  const args = ['simulator/web/main.ts', '--memory', '--port', '0', '--now', '2026-03-02T09:00:00Z'];
  const child = spawn(process.execPath, [require.resolve('tsx/cli'), ...args], { cwd: ROOT, stdio: 'pipe' });
  let said = '';
  for (;;) {
    const [some] = await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
    said += String(some);
    const address = /http:\/\/[\d.:]+/.exec(said)?.[0];
    if (address !== undefined) return [address, () => void child.kill()];
    if (child.exitCode !== null) throw new Error(`npm run web ended with ${child.exitCode}.`);
  }
}

async function conversation(browser: Browser, address: string, viewport: (typeof SIZES)['laptop' | 'phone']) {
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  await page.clock.install();
  await page.goto(address);
  await page.getByText('Settings').click();
  await page.getByLabel('Speak aloud').uncheck();
  await page.getByText('Settings').click();
  await page.getByRole('radio', { name: 'Large' }).check();
  for (const line of SAID) await say(page, line);
  await page.evaluate('window.scrollTo(0, 0)');
  return page;
}

async function say(page: Page, line: string): Promise<void> {
  await page.getByLabel('What you say').fill(line);
  await page.keyboard.press('Enter');
  const stage = page.locator('#stage');
  while ((await stage.getAttribute('data-state')) !== 'listening') {
    if ((await stage.getAttribute('data-state')) === 'speaking') await page.clock.fastForward(READ);
    else await page.clock.runFor(50);
  }
}
