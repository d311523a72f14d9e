import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { LAMBDA_DIST } from '../paths';
import type { Figure } from './figures';

export const bytesOf = (file: string): number => statSync(file).size;

/** As it would lie in a zip. */
export const zippedBytesOf = (file: string): number => deflateRawSync(readFileSync(file), { level: 9 }).length;

/** What is deployed. The bank is compressed as it is. */
export function sizes(): readonly Figure[] {
  const code = join(LAMBDA_DIST, 'index.js');
  return [
    { name: 'bundle', value: bytesOf(code) / 1000, unit: 'kB' },
    { name: 'bundle, zipped', value: zippedBytesOf(code) / 1000, unit: 'kB' },
    { name: 'bank', value: bytesOf(join(LAMBDA_DIST, 'bank.pack')) / 1000, unit: 'kB' },
  ];
}
