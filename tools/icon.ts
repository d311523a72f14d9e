import { deflateSync } from 'node:zlib';

/** How far a point of the unit square lies outside a shape; negative inside. */
type Shape = (x: number, y: number) => number;

const box = (left: number, top: number, right: number, bottom: number, radius: number): Shape => {
  const [l, t, r, b] = [left + radius, top + radius, right - radius, bottom - radius];
  return (x, y) => Math.hypot(Math.max(l - x, 0, x - r), Math.max(t - y, 0, y - b)) - radius;
};
const bar = (x: number, half: number): Shape => box(x - 0.03, 0.43 - half, x + 0.03, 0.43 + half, 0.03);
const tail: Shape = (x, y) => Math.max(0.6 - y, 0.3 - x, 0.8 * (x - 0.3) + 0.6 * (y - 0.84));

/** Red, green and blue. */
const GROUND: readonly number[] = [22, 62, 92];

/** A voice in a speech bubble. Each shape has its red, green and blue, and lies above those before it. */
const PICTURE: readonly (readonly [colour: readonly number[], shape: Shape])[] = [
  [[255, 255, 255], box(0.16, 0.2, 0.84, 0.66, 0.12)],
  [[255, 255, 255], tail],
  ...[0.06, 0.13, 0.09, 0.15, 0.07].map((half, i) => [[226, 139, 40], bar(0.3 + i * 0.1, half)] as const),
];

/** The skill's icon as a PNG file, `size` pixels wide and high. */
export const icon = (size: number): Buffer => picture(size, size);

/** The same picture on a wider ground, as a PNG file: what stands beside the text of a card. */
export function picture(width: number, height: number): Buffer {
  const left = Math.floor((width - height) / 2);
  const square = Array.from({ length: height }, (_, y) =>
    Array.from({ length: height }, (_, x) => pixel(x, y, height)).flat(),
  );
  const row = 1 + 3 * width;
  const rows = Buffer.alloc(height * row);
  for (const [y, colours] of square.entries()) {
    rows.fill(Buffer.from(GROUND), y * row + 1, (y + 1) * row);
    rows.set(colours, y * row + 1 + 3 * left);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits of red, green and blue each; filtered and deflated in the only way there is; not interlaced.
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The colour of a pixel; where an edge runs through it, a mixture. */
const pixel = (column: number, row: number, size: number): readonly number[] =>
  PICTURE.reduce<readonly number[]>((under, [colour, shape]) => {
    const part = Math.min(Math.max(0.5 - shape((column + 0.5) / size, (row + 0.5) / size) * size, 0), 1);
    return part === 0 ? under : colour.map((over, i) => Math.round(part * over + (1 - part) * (under[i] ?? 0)));
  }, GROUND);

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** The checksum of PNG chunks: polynomial 0xEDB88320. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
