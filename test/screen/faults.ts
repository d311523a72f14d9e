import { SCREENS } from '../../simulator/screens';
import type { Picture } from '../../tools/screens/gallery';
import type { Box, Seen } from '../../tools/screens/painter';

/** Pixels by which the renderer's rounding may differ. */
const SLACK = 2;

/** Smallest sizes on a screen of 480 units: of any text, and of the largest one. */
const SMALLEST = { round: { any: 18, main: 22 }, rectangle: { any: 20, main: 26 } } as const;

type Text = Seen['texts'][number];

/** What is wrong with what can be seen of a document, as sentences. */
export function faultsOf(picture: Picture, seen: Seen): readonly string[] {
  const { width, height, shape } = SCREENS[picture.device];
  const round = shape === 'ROUND';
  const unit = round ? Math.min(width, height) / 480 : Math.min(width / 960, height / 480);
  const least = SMALLEST[round ? 'round' : 'rectangle'];
  const sizes = seen.texts.map(({ size }) => size);
  return [
    ...(seen.texts.length === 0 ? ['nothing can be read'] : []),
    ...missing(picture, seen).map((text) => `"${text}" is not shown`),
    ...(Math.max(...sizes) < least.main * unit - 1 ? [`the largest text has ${Math.max(...sizes)} pixels`] : []),
    ...seen.texts
      .filter(({ size }) => size < least.any * unit - 1)
      .map(({ text, size }) => `"${text}" has ${size} pixels`),
    ...seen.texts.filter((text) => text.cut && !isAddress(text.text)).map(({ text }) => `"${text}" is cut`),
    ...seen.texts.filter((text) => !fits(text)).map(({ text }) => `"${text}" does not fit`),
    ...(round
      ? seen.texts.filter((text) => !inCircle(text, width / 2)).map(({ text }) => `"${text}" is off the circle`)
      : []),
    ...seen.graphics.filter(({ paths, box }) => paths === 0 || box.right <= box.left).map(() => 'a drawing is empty'),
    ...overlaps(seen).map(([one, other]) => `"${one}" is over "${other}"`),
  ];
}

/** Addresses may be too long to show whole: their codes are beside them. */
const isAddress = (text: string): boolean => /^\S+\.\S+$/.test(text);

/** Texts of the data that are not on the screen. */
function missing({ datasources }: Picture, { texts }: Seen): readonly string[] {
  const shown = new Set(texts.map(({ text }) => text.trim()));
  const { d } = datasources;
  const values = typeof d === 'object' && d !== null && !Array.isArray(d) ? Object.values(d) : [];
  return values
    .filter((value) => typeof value === 'string')
    .filter((text) => text !== '' && !shown.has(unescaped(text)));
}

const unescaped = (text: string): string => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

/** Inside the screen, and inside the frame in which it scrolls in the direction in which it does not. */
function fits({ lines, frame }: Text): boolean {
  return lines.every(
    (line) =>
      (frame.scrolls === 'across' || (line.left >= frame.left - SLACK && line.right <= frame.right + SLACK)) &&
      (frame.scrolls === 'down' || (line.top >= frame.top - SLACK && line.bottom <= frame.bottom + SLACK)),
  );
}

/** The lines as far as they can be seen: what lies outside a scrolling frame is hidden. */
const visible = ({ lines, frame }: Pick<Text, 'lines' | 'frame'>): readonly Box[] =>
  lines.filter(
    (line) => line.top >= frame.top - SLACK && line.bottom <= frame.bottom + SLACK && line.left < frame.right,
  );

const inCircle = (text: Text, radius: number): boolean =>
  visible(text).every(({ left, right, top, bottom }) =>
    [left, right].every((x) =>
      [top + (bottom - top) * 0.2, bottom - (bottom - top) * 0.2].every(
        (y) => Math.hypot(x - radius, y - radius) <= radius,
      ),
    ),
  );

/** Texts and drawings that lie over each other. */
function overlaps({ texts, graphics }: Seen): readonly (readonly [string, string])[] {
  const things = [
    ...texts.map((text) => ({ name: text.text, boxes: visible(text) })),
    ...graphics.map(({ box, frame }) => ({ name: 'a drawing', boxes: visible({ lines: [box], frame }) })),
  ];
  return things.flatMap((one, i) =>
    things.slice(i + 1).flatMap((other) => (meet(one.boxes, other.boxes) ? [[one.name, other.name] as const] : [])),
  );
}

const meet = (some: readonly Box[], others: readonly Box[]): boolean =>
  some.some((a) =>
    others.some((b) => overlap(a.left, a.right, b.left, b.right) && overlap(a.top, a.bottom, b.top, b.bottom)),
  );

const overlap = (from: number, to: number, start: number, end: number): boolean =>
  Math.min(to, end) - Math.max(from, start) > 2 * SLACK;
