import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Embedded, openEmbedded } from '../../simulator/store/embedded';
import { withCodeCache } from '../../tools/bench/code-cache';
import { launchEnvelope } from '../../tools/bench/envelopes';
import { type Fresh, firstResponse } from '../../tools/bench/fresh';
import { nodeAt } from '../../tools/bench/node';
import { LAMBDA_DIST } from '../../tools/paths';

const BUNDLE = join(LAMBDA_DIST, 'index.js');

// The SDK tells every process that this Node is old, unless it is asked not to before the first client is made.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

let engine: Embedded;
let fresh: Fresh;
beforeAll(async () => {
  engine = await openEmbedded();
  const workDir = mkdtempSync(join(tmpdir(), 'cold-'));
  fresh = { node: await nodeAt(undefined), workDir, env: { ...engine.env, SKILL_ID: 'amzn1.ask.skill.bench' } };
});
afterAll(async () => {
  rmSync(fresh.workDir, { recursive: true });
  await engine.close();
});

test('a fresh process launches the built skill, and its parts make up the whole', async () => {
  const sample = await firstResponse(BUNDLE, launchEnvelope('cold'), fresh);
  expect(sample).toMatchObject({ asks: true, cacheRefused: false });
  expect(sample.node + sample.load + sample.turn).toBeCloseTo(sample.whole, 6);
  expect(sample.memory).toBeGreaterThan(sample.heap);
});

test('a bundle that fails says why, in short lines', async () => {
  const missing = join(fresh.workDir, 'missing.js');
  await expect(firstResponse(missing, {}, fresh)).rejects.toThrow(`Cannot find module '${missing}'`);
});

test('with a code cache the skill launches as well; one that V8 refuses does no harm', async () => {
  const index = await withCodeCache(BUNDLE, join(fresh.workDir, 'cached'), fresh);
  expect(await firstResponse(index, launchEnvelope('cached'), fresh)).toMatchObject({
    asks: true,
    cacheRefused: false,
  });
  const cache = join(dirname(index), 'skill.cache');
  // The first bytes say which V8 made it, of which source.
  writeFileSync(cache, readFileSync(cache).fill(0, 0, 16));
  expect(await firstResponse(index, launchEnvelope('refused'), fresh)).toMatchObject({
    asks: true,
    cacheRefused: true,
  });
});
