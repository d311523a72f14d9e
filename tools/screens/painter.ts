import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { z } from 'zod';
import { SCREENS, type ScreenName } from '../../simulator/screens';
import type { Picture } from './gallery';

const Box = z.object({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() });
const Frame = Box.extend({ scrolls: z.enum(['not', 'across', 'down']) });

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

const Sent = z.array(z.array(z.string()));
const Encoded = z.object({ width: z.number(), height: z.number(), data: z.base64() });

/** RGBA, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Amazon's renderer in a browser without a window. */
export interface Painter {
  /** Draws a document as a device would. */
  readonly draw: (picture: Pick<Picture, 'device' | 'document' | 'datasources'>) => Promise<Seen>;
  /** What is drawn now, as PNG; `scale` 1 has a pixel for each of the device. */
  readonly shot: (device: ScreenName) => Promise<Buffer>;
  /** Touches the middle of a box. */
  readonly touch: (box: Box) => Promise<void>;
  /** What was touched since the document was drawn, as the arguments that the skill gets; waits until there are so many. */
  readonly touched: (count: number) => Promise<readonly (readonly string[])[]>;
  /** Waits until the body has scrolled. */
  readonly scrolled: () => Promise<void>;
  /** The pixels of a part of what is drawn now. */
  readonly pixels: (box: Box) => Promise<Pixels>;
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
      draw: async ({ device, document, datasources }) => {
        await page.setViewportSize(sizeOf(device));
        await page.evaluate(`draw(${JSON.stringify({ ...SCREENS[device], document, datasources })})`);
        return look();
      },
      shot: (device) => page.screenshot({ clip: { x: 0, y: 0, ...sizeOf(device) } }),
      touch: ({ left, top, right, bottom }) => page.mouse.click((left + right) / 2, (top + bottom) / 2),
      touched: async (count) => {
        await page.waitForFunction(`sent.length >= ${count}`);
        return Sent.parse(await page.evaluate('sent'));
      },
      scrolled: async () => {
        await page.waitForFunction('seen().scrolled.some((far) => far > 0)');
      },
      pixels: async (box) => {
        const png = (await page.screenshot()).toString('base64');
        const { data, ...size } = Encoded.parse(await page.evaluate(`pixels('${png}', ${JSON.stringify(box)})`));
        return { ...size, data: Uint8ClampedArray.from(Buffer.from(data, 'base64')) };
      },
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
