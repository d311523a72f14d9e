import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { costTable, monthly, PRICES } from '../../tools/costs';

const dollars = (item: string, sessions: number, options?: { readonly free: boolean }): number =>
  monthly(
    sessions,
    PRICES.filter((price) => price.item === item),
    options,
  );

test.each([
  // 10 million turns at $.20 a million.
  ['Lambda, requests', 2],
  // 10 million turns of .1 s with half a gigabyte: 500,000 GB-seconds.
  ['Lambda, GB-seconds on arm64', 6.6667],
  // A unit for each session at $.125 a million.
  ['DynamoDB, reads', 0.125],
  // 6 writes of 2 units: 12 million at $.625 a million.
  ['DynamoDB, writes', 7.5],
  // 15 GB of logs at $.50.
  ['CloudWatch, logs taken in', 7.5],
])('a million sessions: %s', (item, expected) => {
  expect(dollars(item, 1_000_000)).toBeCloseTo(expected, 3);
});

test.each([
  ['Lambda, requests', 100_000, 0],
  ['Lambda, requests', 200_000, 0.2],
  ['Lambda, GB-seconds on arm64', 1_000_000, 1.3333],
  ['DynamoDB, writes', 1_000_000, 7.5],
  ['CloudWatch, dashboard', 100, 0],
])('%s for %d sessions, less what is always free', (item, sessions, expected) => {
  expect(dollars(item, sessions, { free: true })).toBeCloseTo(expected, 3);
});

test('the table in docs/operating.md is the one that the calculation prints', () => {
  const page = readFileSync(join(__dirname, '../../docs/operating.md'), 'utf8');
  expect(page.split('\n\n').filter((paragraph) => paragraph.startsWith('| US dollars'))).toEqual([costTable()]);
});

test('the sums in README.md are the last lines of that table', () => {
  const page = readFileSync(join(__dirname, '../../README.md'), 'utf8');
  const sums = page.split('\n\n').find((paragraph) => paragraph.startsWith('| US dollars'));
  const table = costTable().split('\n');
  expect(sums?.trim().split('\n').slice(0, 4)).toEqual([...table.slice(0, 2), ...table.slice(-2)]);
});
