import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { dynamoStore } from '../../lambda/adapters/dynamo/store';
import { openEmbedded } from '../../simulator/store/embedded';
import { EmbeddedStoreError } from '../../simulator/store/folder';
import { clientOf, somebody } from '../contracts/engine';
import { card, change, me, NOW } from '../contracts/samples';

const who = somebody();

/** Plays with the store in a folder while it is open. */
async function within<T>(dir: string, play: (store: ReturnType<typeof dynamoStore>) => Promise<T>): Promise<T> {
  const engine = await openEmbedded({ dir });
  const client = clientOf(engine.endpoint);
  try {
    return await play(dynamoStore({ client, table: engine.table }));
  } finally {
    client.destroy();
    await engine.close();
  }
}

describe('The embedded engine', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'embedded-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  test('makes a data folder that is missing, and finds again what it kept', async () => {
    const deep = join(dir, 'a', 'b');
    await within(deep, (store) => store.begin(who, me, NOW));
    expect((await within(deep, (store) => store.load(who, NOW))).me).toEqual(me);
  });

  test('listens on this machine alone and tells the skill where', async () => {
    const { endpoint, table, env, close } = await openEmbedded();
    await close();
    expect(new URL(endpoint).hostname).toBe('127.0.0.1');
    expect(env).toMatchObject({ AWS_ENDPOINT_URL_DYNAMODB: endpoint, PROGRESS_TABLE: table });
    expect(Object.keys(env)).toEqual(
      expect.arrayContaining(['AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']),
    );
  });

  test('says that it is already running when it is opened twice', async () => {
    await within(dir, async (store) => {
      await store.begin(who, me, NOW);
      const second = openEmbedded({ dir });
      await expect(second).rejects.toThrow(EmbeddedStoreError);
      await expect(second).rejects.toThrow(/already running on .*progress.*--data/);
      expect((await store.load(who, NOW)).me).toEqual(me);
    });
  });

  test('survives a client that hangs up in the middle of a request', async () => {
    await within(dir, async (store) => {
      const { endpoint, close } = await openEmbedded();
      const socket = connect(Number(new URL(endpoint).port), '127.0.0.1');
      await new Promise<void>((resolve) => socket.once('connect', resolve));
      socket.write('POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\n{"Table');
      await new Promise<void>((resolve) => setImmediate(resolve));
      socket.resetAndDestroy();
      await close();
      expect(await store.load(who, NOW)).toMatchObject({ fields: {} });
    });
  });

  test('keeps what was written when its process is killed', async () => {
    const script = require.resolve('./killed');
    const tsx = require.resolve('tsx/cli');
    const died = await promisify(execFile)(process.execPath, [tsx, script, dir]).catch((error: unknown) => error);
    expect(died).toMatchObject({ stdout: 'saved\n' });
    expect((await within(dir, (store) => store.load(who, NOW))).leftovers).toBe(false);
    const killed = { household: 'killed' };
    expect((await within(dir, (store) => store.load(killed, NOW))).fields['records-technician']?.cards).toEqual([
      card(1),
    ]);
  });
});

describe('A damaged folder', () => {
  let sound: string;
  let dir: string;
  let path: string;
  beforeAll(async () => {
    sound = await mkdtemp(join(tmpdir(), 'embedded-'));
    // The first opening leaves a log, which the second turns into a table; so there is one of each.
    for (const field of ['archivist', 'librarian']) {
      await within(sound, async (store) => {
        await store.begin(who, me, NOW);
        await store.saveField(who, change({ field, cards: [card(1)] }), NOW);
      });
    }
  });
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'embedded-'));
    path = join(dir, 'progress');
    await cp(sound, dir, { recursive: true });
  });
  afterEach(() => rm(dir, { recursive: true }));
  afterAll(() => rm(sound, { recursive: true }));

  const named = async (pattern: RegExp) =>
    (await readdir(path)).filter((name) => pattern.test(name)).map((name) => join(path, name));

  test.each([
    ['garbage in CURRENT', async () => writeFile(join(path, 'CURRENT'), 'garbage')],
    ['no CURRENT', async () => rm(join(path, 'CURRENT'))],
    [
      'garbage in the manifest',
      async () => Promise.all((await named(/MANIFEST/)).map((file) => writeFile(file, 'garbage'))),
    ],
    [
      'garbage in a table',
      async () => Promise.all((await named(/ldb$/)).map((file) => writeFile(file, 'garbage'.repeat(50)))),
    ],
    [
      'garbage in the log',
      async () => Promise.all((await named(/log$/)).map((file) => writeFile(file, 'garbage'.repeat(50)))),
    ],
    ['one wrong byte in the log', async () => Promise.all((await named(/log$/)).map(flipped))],
    ['a file in its place', async () => rm(path, { recursive: true }).then(() => writeFile(path, 'a file'))],
  ])('is told apart, with %s', async (_, damage) => {
    await damage();
    const opening = openEmbedded({ dir });
    await expect(opening).rejects.toThrow(EmbeddedStoreError);
    await expect(opening).rejects.toThrow(/progress kept in .*progress cannot be read .*--data/);
  });

  test('is left as it was', async () => {
    for (const log of await named(/log$/)) await flipped(log);
    const before = await contents();
    await expect(openEmbedded({ dir })).rejects.toThrow(EmbeddedStoreError);
    expect(await contents()).toEqual(before);
  });

  test('is not one whose log ends in the middle of a record: that is how a killed process leaves it', async () => {
    const [log = ''] = await named(/log$/);
    await truncate(log, (await readFile(log)).length - 3);
    const { fields } = await within(dir, (store) => store.load(who, NOW));
    expect(fields.archivist?.cards).toEqual([card(1)]);
  });

  const contents = async () =>
    Promise.all((await readdir(path)).map(async (name) => [name, (await readFile(join(path, name))).toString('hex')]));

  async function flipped(file: string): Promise<void> {
    const bytes = await readFile(file);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    await writeFile(file, bytes);
  }
});
