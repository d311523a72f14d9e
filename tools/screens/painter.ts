import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { z } from 'zod';
import { SCREENS, type ScreenName } from '../../simulator/screens';
import type { Picture } from './gallery';

const Box = z.object({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() });
const Frame = Box.extend({ scrolls: z.boolean() });

const Seen = z.object({
  texts: z.array(
    z.object({ text: z.string(), size: z.number(), box: Box, lines: z.array(Box), frame: Frame, cut: z.boolean() }),
  ),
  graphics: z.array(z.object({ box: Box, paths: z.number(), frame: Frame })),
  scrolled: z.array(z.number()),
});

export type Box = z.infer<typeof Box>;
/** What can be seen of a document, measured in the browser. */
export type Seen = z.infer<typeof Seen>;

/** Amazon's renderer in a browser without a window. */
export interface Painter {
  /** Draws a document as a device would. */
  readonly draw: (picture: Pick<Picture, 'device' | 'document' | 'datasources'>) => Promise<Seen>;
  /** What is drawn now, as PNG; `scale` 1 has a pixel for each of the device. */
  readonly shot: (device: ScreenName) => Promise<Buffer>;
  /** Measures again. */
  readonly look: () => Promise<Seen>;
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** Where the system's Chromium is; `CHROMIUM` names another one. */
const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser that there is; nothing where there is none. */
export const chromiumPath = (): string | undefined =>
  [process.env.CHROMIUM ?? '', ...KNOWN].find((path) => existsSync(path));

/** Opens a browser with the renderer in it. */
export async function openPainter(executablePath: string): Promise<Painter> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--hide-scrollbars'] });
  try {
    const page = await stageIn(browser);
    const look = async () => Seen.parse(await page.evaluate('seen()'));
    return {
      page,
      look,
      draw: async ({ device, document, datasources }) => {
        await page.setViewportSize(sizeOf(device));
        await page.evaluate(`draw(${JSON.stringify({ ...SCREENS[device], document, datasources })})`);
        return look();
      },
      shot: (device) => page.screenshot({ clip: { x: 0, y: 0, ...sizeOf(device) } }),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

const sizeOf = (device: ScreenName) => ({ width: SCREENS[device].width, height: SCREENS[device].height });

/** Amazon's own typeface is on Amazon's devices alone; a plain one of about its width stands in. */
const PAGE = `<!doctype html><meta charset="utf-8"><style>
@font-face { font-family: amazon-ember-display; font-weight: 100 900; src: local('Liberation Sans'), local('Arial'), local('DejaVu Sans'); }
body { margin: 0; background: #000 }
</style><body></body>`;

/** The renderer's engine has to start in the tick in which its script has loaded. */
async function stageIn(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.route(/^https?:/, (route) => route.abort());
  await page.setContent(PAGE);
  const renderer = readFileSync(require.resolve('apl-viewhost-web'), 'utf8');
  await page.addScriptTag({ content: `${renderer}\nvar started = AplRenderer.initEngine();` });
  await page.evaluate('started');
  await page.addScriptTag({ content: readFileSync(join(__dirname, 'stage.js'), 'utf8') });
  return page;
}
