import { encode } from 'uqr';

/** A code as a vector graphic: a square of so many units, and its dark modules as strokes of one unit's width. */
export interface Code {
  readonly size: number;
  readonly path: string;
}

/** Light modules on each side, without which cameras do not find a code. */
const QUIET = 4;

/** The QR code of an address, with the least error correction: a screen is neither torn nor dirty, and larger modules read from afar. */
export function codeOf(address: string): Code {
  const { data, size } = encode(address, { ecc: 'L', border: QUIET });
  return { size, path: data.map(strokes).join('') };
}

/** The dark runs of a row, one after the other: a move to the first, then strokes and gaps. */
function strokes(row: readonly boolean[], y: number): string {
  let path = '';
  let end = 0;
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x++;
    path += `${path === '' ? `M${from} ${y}.5` : `m${from - end} 0`}h${x + 1 - from}`;
    end = x + 1;
  }
  return path;
}
