import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { openEmbedded } from '../../simulator/store/embedded';
import { ROOT } from '../../tools/paths';
import { type Bundle, openBundle } from '../bundle/child';
import { type AlexaServices, alexaServices } from './alexa-services';
import { play, type Row, type Scene } from './play';
import { type FaultProxy, faultProxy } from './proxy';
import { REFUSED, SCENARIOS, type Scenario } from './scenarios';
import { lineOf, tableOf } from './table';
import { handOn } from './table-hand';

jest.setTimeout(300_000);

const PAGE = join(ROOT, 'docs/reliability.md');
const PATIENCE = 3_000;
/** Scenarios that are under way together: they are made of waiting. */
const AT_ONCE = 12;
/** An answer of the engine that takes as long is a fault of its own: the machine is busy. */
const BUSY = 900;

let proxy: FaultProxy;
let services: AlexaServices;
let bundle: Bundle;
let client: DynamoDBClient;
let rows: readonly Row[];
beforeAll(async () => {
  const store = await openEmbedded();
  const { endpoint, table } = store;
  proxy = await faultProxy(endpoint);
  services = await alexaServices();
  bundle = await openBundle({ AWS_ENDPOINT_URL_DYNAMODB: proxy.endpoint, LOG_LEVEL: 'silent' }, undefined, store);
  client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 't', secretAccessKey: 't' },
  });
  rows = await played({ send: bundle.send, proxy, services, table: handOn(client, table) });
});
afterAll(async () => {
  // First the proxy: what is still on its way is not to meet an engine that is closed.
  await proxy.close();
  client.destroy();
  await bundle.close();
  await services.close();
});

/** All scenarios, those that concern everybody one by one. What a busy machine may have had a hand in is played once more, alone. */
async function played(scene: Scene): Promise<readonly Row[]> {
  const run = (scenario: Scenario, serial: number) => play(scenario, scene, serial);
  const made: Row[] = [];
  const waiting = [...SCENARIOS.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) made[next[0]] = await run(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  for (const scenario of REFUSED) made.push(await run(scenario, made.length));
  for (const [i, row] of made.entries()) if (isDoubtful(row)) made[i] = await run(row.scenario, made.length + i);
  return made;
}

const isWriting = process.env.npm_lifecycle_event === 'faults';

/** Late, disturbed by an engine that had no time, or other than the page has it. */
function isDoubtful(row: Row): boolean {
  const isNews = !isWriting && !readFileSync(PAGE, 'utf8').includes(lineOf(row, PATIENCE));
  return isNews || row.slowestMs > PATIENCE || row.otherwiseMs > BUSY;
}

const named = ({ scenario: { what, when } }: Row): string => `${what} (${when})`;
const failing = (fine: (row: Row) => boolean): readonly string[] =>
  rows.filter((row) => !fine(row)).map((row) => `${named(row)}: ${JSON.stringify({ ...row, scenario: undefined })}`);

test('the listener hears something within three seconds', () => {
  expect(failing(({ hears, slowestMs }) => slowestMs <= PATIENCE && !hears.includes('nothing'))).toEqual([]);
});

test('an answer that was graded counts once, or the listener is told that it does not', () => {
  expect(
    failing(
      ({ scenario, counted, warned }) =>
        counted === (scenario.graded ?? 1) || (scenario.kept === false && warned === 1 && counted === 0),
    ),
  ).toEqual([]);
});

test('that progress may not be kept is said once in a session at the most', () => {
  expect(failing(({ warned }) => warned <= 1)).toEqual([]);
});

test('the next session knows the listener and keeps on', () => {
  expect(failing(({ next }) => next)).toEqual([]);
});

test('docs/reliability.md has this table; npm run faults writes it', () => {
  const page = readFileSync(PAGE, 'utf8');
  const [before = '', , after = ''] = page.split(/(?<=<!-- table -->\n)|(?=<!-- end -->)/);
  const now = `${before}${tableOf(rows, PATIENCE)}${after}`;
  if (isWriting) writeFileSync(PAGE, now);
  else expect(page).toBe(now);
});
