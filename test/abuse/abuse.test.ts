import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Embedded, openEmbedded } from '../../simulator/store/embedded';
import { type Abuse, openAbuse } from '../../tools/abuse/run';
import { intentEnvelope } from '../../tools/bench/envelopes';
import { ROOT } from '../../tools/paths';

jest.setTimeout(180_000);

const found = readFileSync(join(ROOT, 'tools/abuse/found.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => z.object({ seed: z.number(), path: z.string(), envelope: z.unknown() }).parse(JSON.parse(line)));

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
  for (const { envelope, ...made } of found) {
    expect(await (envelope === undefined ? abuse.remade(made) : abuse.again(envelope))).toEqual([]);
  }
});

/** Copies of plain data, each with another of its texts become as long as a request may be. */
function* blownUp(value: unknown): Generator<unknown> {
  if (typeof value === 'string') yield 'word '.repeat(30_000);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    for (const blown of blownUp(part)) {
      yield Array.isArray(value) ? value.with(Number(key), blown) : { ...value, [key]: blown };
    }
  }
}

test('a text of a session that somebody has blown up does not blow up the response', async () => {
  const sessions = abuse.attributes.flatMap((attributes) => [...blownUp(attributes)]);
  expect(sessions.length).toBeGreaterThan(100);
  for (const [i, attributes] of sessions.entries()) {
    const session = {
      id: `blown-${i}`,
      user: 'abuser-a',
      attributes: z.record(z.string(), z.unknown()).parse(attributes),
    };
    const hint = intentEnvelope(session, i, 'HintIntent');
    expect(await abuse.again(hint)).toEqual([]);
  }
});
