/** The screen as the device describes it. */
export interface Viewport {
  readonly shape?: string | undefined;
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  readonly dpi: number;
}

/** The room that there is, in the display's own units (160 to the inch, whatever the pixels). */
export interface Room {
  readonly round: boolean;
  readonly width: number;
  readonly height: number;
  /** A length of the smallest hub's screen (960 × 480), or of a round one of 480, as long as it is here. */
  readonly n: (length: number) => number;
}

/** Room on a screen. */
export function roomOn({ shape, pixelWidth, pixelHeight, dpi }: Viewport): Room {
  const [width, height] = [Math.round((pixelWidth * 160) / dpi), Math.round((pixelHeight * 160) / dpi)];
  const round = shape === 'ROUND';
  const unit = round ? Math.min(width, height) / 480 : Math.min(width / 960, height / 480);
  return { round, width, height, n: (length) => Math.round(length * unit) };
}

/** A letter is half as wide as it is high on the average, and a line is a quarter higher than its letters. */
const LETTER = 0.52;
export const LINE = 1.25;

/** The largest size at which a text fits into a box; the smallest of them if none does. */
export function fitting(text: string, width: number, height: number, sizes: readonly number[]): number {
  const fits = sizes.find((size) => linesOf(text, size, width) * size * LINE <= height);
  return fits ?? sizes.at(-1) ?? 0;
}

/** How many lines a text takes, broken between words. */
export function linesOf(text: string, size: number, width: number): number {
  const most = Math.max(1, Math.floor(width / (size * LETTER)));
  let [lines, at] = [1, 0];
  for (const { length } of text.split(' ')) {
    if (at > 0 && at + 1 + length > most) {
      lines++;
      at = length;
    } else at += (at > 0 ? 1 : 0) + length;
  }
  return lines;
}
