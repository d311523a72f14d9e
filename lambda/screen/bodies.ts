import { across, bound, column, INK, type Part, text } from './apl';
import { type Box, HEAD } from './frame';
import { COLOURS, MARKS } from './marks';
import { codeOf } from './qr';
import { fitting, LINE, linesOf, type Room } from './room';
import type { Mark, Row, View } from './view';

/** A body, with the graphics and the commands that it needs. */
export interface Body {
  readonly item: Part;
  readonly graphics?: Part;
  readonly onMount?: readonly Part[];
}

type Of<V extends View['view']> = Extract<View, { view: V }>;

/** A text as large as it can be; it scrolls where it is too long all the same. */
export function textBody(room: Room, box: Box, view: Of<'text'>): Body {
  const { n, round } = room;
  const align: Part = round ? { textAlign: 'center' } : {};
  const small = n(round ? 23 : 27);
  const beside = [view.lead, view.aside].reduce((sum, one) => sum + heightOf(one, small, box.width), 0);
  const sizes = (round ? [38, 34, 30, 27, 24] : [64, 56, 48, 42, 36, 32]).map(n);
  const size = fitting(view.text, box.width, box.height - beside, sizes);
  const items = [
    ...(view.lead === undefined
      ? []
      : [text(bound('d.lead'), small, { color: INK.quiet, paddingBottom: n(12), ...align })]),
    text(bound('d.text'), size, { fontWeight: view.reading === undefined ? 500 : 400, ...align }),
    ...(view.aside === undefined
      ? []
      : [text(bound('d.aside'), small, { color: INK.accent, paddingTop: n(16), ...align })]),
  ];
  const tall = linesOf(view.text, size, box.width) * size * LINE + beside > box.height;
  const centred: Part = !tall ? { minHeight: box.height, justifyContent: 'center' } : {};
  const item = scroll(room, box, column(items, { ...centred, width: '100%' }));
  return tall && view.reading !== undefined ? { item, onMount: reading(view.reading) } : { item };
}

const heightOf = (line: string | undefined, size: number, width: number): number =>
  line === undefined ? 0 : linesOf(line, size, width) * size * LINE + size * 0.6;

/** Scrolls along in small steps while a text is read. */
const reading = (seconds: number): readonly Part[] => {
  const steps = 6;
  return Array.from({ length: steps }, () => ({
    type: 'Scroll',
    componentId: 'body',
    distance: 0.25,
    delay: Math.round((seconds * 1000) / (steps + 1)),
  }));
};

const placed = ({ n, round }: Room, { width, height }: Box): Part => ({
  width,
  height,
  ...(!round && { left: n(48) }),
  position: 'absolute',
  top: n(round ? HEAD.round : HEAD.rectangle),
});

const scroll = (room: Room, box: Box, item: Part): Part => ({
  type: 'ScrollView',
  id: 'body',
  ...placed(room, box),
  ...(room.round && { left: Math.round((room.width - box.width) / 2) }),
  item,
});

/** Rows with a mark each, and a bar where there is something to measure. */
export function rowsBody(room: Room, box: Box, { rows }: Of<'rows'>): Body {
  const { n, round } = room;
  const size = rowSize(room, box, rows);
  const line = across(
    [
      mark(size),
      text(bound('data.t'), size, { shrink: 1, grow: 1, paddingLeft: n(14) }),
      text(bound('data.e'), n(round ? 18 : 22), { color: INK.quiet, paddingLeft: n(12) }),
    ],
    { width: '100%' },
  );
  const bars = rows.some(({ bar }) => bar !== undefined);
  const row = column(bars ? [line, bar(room, size)] : [line], { width: '100%', paddingBottom: n(round ? 10 : 14) });
  const item = {
    ...scroll(room, box, {}),
    type: 'Sequence',
    data: bound('d.rows'),
    item: row,
  };
  const used = [...new Set(rows.map((one) => one.mark))];
  return { item, graphics: Object.fromEntries(used.map((one) => [one, MARKS[one]])) };
}

const mark = (size: number): Part => ({
  type: 'VectorGraphic',
  source: bound('data.m'),
  width: size,
  height: size,
  scale: 'best-fit',
});

const bar = ({ n }: Room, size: number): Part => ({
  type: 'Frame',
  height: n(8),
  left: size + n(14),
  width: `100%`,
  borderRadius: n(4),
  backgroundColor: INK.track,
  item: {
    type: 'Frame',
    height: n(8),
    width: `${bound('data.w')}%`,
    borderRadius: n(4),
    backgroundColor: bound('data.c'),
  },
});

/** Rows as large as they can be with none hidden; small ones scroll. */
function rowSize({ n, round }: Room, { width, height }: Box, rows: readonly Row[]): number {
  const sizes = (round ? [27, 24, 22] : [36, 32, 29, 26]).map(n);
  const tall = (size: number) =>
    rows.reduce((sum, { text, tail = '', bar }) => {
      const room = width - size - n(14) - tail.length * n(12);
      return sum + linesOf(text, size, room) * size * LINE + n(16) + (bar === undefined ? 0 : n(8));
    }, 0);
  return sizes.find((size) => tall(size) <= height) ?? sizes.at(-1) ?? n(26);
}

/** What the rows bind to. */
export const rowData = (rows: readonly Row[], plain: (text: string) => string) =>
  rows.map(({ mark, text, tail, bar }) => ({
    m: mark,
    t: plain(text),
    e: plain(tail ?? ''),
    ...(bar !== undefined && { w: Math.round(bar * 100), c: COLOURS[mark satisfies Mark] }),
  }));

/** So many characters of codes a response may have. */
const MOST_PATHS = 14_000;

/** Pages side by side, below each other on a round screen: the code, the address to type, and what there is. */
export function pagesBody(room: Room, box: Box, { pages }: Of<'pages'>): Body {
  const { n, round } = room;
  const codes: [string, Part][] = [];
  let drawn = 0;
  pages.forEach(({ address }, i) => {
    const { size, path } = codeOf(address);
    if (drawn + path.length > MOST_PATHS) return;
    drawn += path.length;
    codes.push([`q${i}`, square(size, path)]);
  });
  const alone = pages.length === 1 && !round;
  const side = alone ? Math.min(box.height, n(300)) : n(round ? 150 : 156);
  const words = column(
    [
      text(bound('data.s'), n(alone ? 34 : 22), { color: INK.accent, maxLines: alone ? 3 : 2 }),
      text(bound('data.t'), n(alone ? 32 : 20), { maxLines: 3, paddingTop: n(4) }),
      ...(alone ? [text(bound('data.o'), n(26), { color: INK.quiet, maxLines: 3, paddingTop: n(8) })] : []),
    ],
    { shrink: 1, ...(alone ? { paddingLeft: n(36), width: box.width - side } : { width: '100%', paddingTop: n(6) }) },
  );
  const code = {
    type: 'VectorGraphic',
    source: bound('data.q'),
    width: side,
    height: side,
    scale: 'best-fit',
    accessibilityLabel: `QR code for ${bound('data.s')}`,
  };
  const page = alone
    ? across([code, words], { height: box.height })
    : column([code, words], {
        width: round ? '100%' : n(300),
        paddingRight: n(24),
        paddingBottom: n(20),
        ...(round && { alignItems: 'center' }),
      });
  const item = {
    ...scroll(room, box, {}),
    type: 'Sequence',
    scrollDirection: round ? 'vertical' : 'horizontal',
    data: bound('d.pages'),
    item: page,
  };
  return { item, graphics: Object.fromEntries(codes) };
}

const square = (size: number, pathData: string): Part => ({
  type: 'AVG',
  version: '1.0',
  width: size,
  height: size,
  items: [
    { type: 'path', fill: '#FFFFFF', pathData: `M0 0h${size}v${size}h-${size}z` },
    { type: 'path', stroke: '#000000', strokeWidth: 1, pathData },
  ],
});

/** What the pages bind to. */
export const pageData = (pages: Of<'pages'>['pages'], plain: (text: string) => string) =>
  pages.map(({ name, offers, short }, i) => ({ q: `q${i}`, t: plain(name), o: plain(offers), s: plain(short) }));
