import jsQR from 'jsqr';
import { openBank } from '../../lambda/adapters/pack';
import { codeOf } from '../../lambda/screen/qr';
import { LAMBDA_DIST } from '../../tools/paths';

const SCALE = 4;

/** The code as a screen draws it: every stroke is a row of dark squares. */
function pixelsOf({ size, path }: ReturnType<typeof codeOf>): {
  readonly data: Uint8ClampedArray;
  readonly side: number;
} {
  const side = size * SCALE;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  let [x, y] = [0, 0];
  for (const [, command, one = '0', other = '0'] of path.matchAll(/([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
    if (command === 'M') [x, y] = [Number(one), Math.floor(Number(other))];
    if (command === 'm') x += Number(one);
    if (command !== 'h') continue;
    for (let row = y * SCALE; row < (y + 1) * SCALE; row++)
      for (let at = x * SCALE; at < (x + Number(one)) * SCALE; at++)
        data.fill(0, (row * side + at) * 4, (row * side + at) * 4 + 3);
    x += Number(one);
  }
  return { data, side };
}

test('the code of every page in the bank is read as its address', () => {
  const bank = openBank(LAMBDA_DIST);
  const addresses = new Set(
    bank.fields().first.flatMap(({ id }) => bank.field(id)?.links.map(({ address }) => address) ?? []),
  );
  bank.close();
  expect(addresses.size).toBeGreaterThan(20);
  for (const address of addresses) {
    const { data, side } = pixelsOf(codeOf(address));
    expect(jsQR(data, side, side)?.data).toBe(address);
  }
});
