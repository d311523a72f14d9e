import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Embedded, openEmbedded } from '../../simulator/store/embedded';
import { type Abuse, openAbuse } from '../../tools/abuse/run';
import { ROOT } from '../../tools/paths';

jest.setTimeout(180_000);

const found = readFileSync(join(ROOT, 'tools/abuse/found.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => z.object({ envelope: z.unknown() }).parse(JSON.parse(line)));

let engine: Embedded;
let abuse: Abuse;
beforeAll(async () => {
  engine = await openEmbedded();
  abuse = await openAbuse(engine.env);
});
afterAll(() => engine.close());

test('envelopes of every kind are answered by the rules, and nobody else is touched', async () => {
  expect(await abuse.generate(1_500, 20261124)).toBeUndefined();
  expect(await abuse.isUntouched()).toBe(true);
});

test('what failed once is answered well', async () => {
  expect(found.length).toBeGreaterThan(0);
  for (const { envelope } of found) expect(await abuse.again(envelope)).toEqual([]);
});
