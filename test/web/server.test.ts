import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request, type Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import { webServer } from '../../simulator/web/server';
import { recordedVoice } from '../../simulator/web/voice';
import { startWeb, web } from './fixtures/server';

/** What would be done at the speaker. */
const done: unknown[] = [];
let server: Server;
let port: number;

beforeAll(async () => {
  server = webServer({
    start: { invocationName: 'interview rehearsal', voice: false, fields: [] },
    voice: async (words) => Buffer.from(words),
    play: async (what) => {
      done.push(what);
      return { turns: [], note: '', ms: 0, listening: false };
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = address !== null && typeof address === 'object' ? address.port : 0;
});
beforeEach(() => done.splice(0));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };

function ask({ method = 'GET', path = '/', headers = {}, body }: Asked): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (some: string) => {
        text += some;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const play = (body: string, headers: Readonly<Record<string, string>> = {}) =>
  ask({ method: 'POST', path: '/play', headers: { ...JSON_TYPE, ...headers }, body });

test.each(['evil.example', 'evil.example:8080', '127.0.0.1.evil.example', 'localhost.evil.example', '0.0.0.0'])(
  'whoever comes by the name %j is sent away, whatever is asked',
  async (host) => {
    expect(await ask({ headers: { host } })).toMatchObject({ status: 403 });
    expect(await play('{"line":"hello"}', { host })).toMatchObject({ status: 403 });
    expect(done).toEqual([]);
  },
);

test.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://localhost'])(
  'a page of %s cannot say anything',
  async (origin) => {
    expect(await play('{"line":"hello"}', { origin })).toMatchObject({ status: 403 });
    expect(done).toEqual([]);
  },
);

test('the page itself can, by either name of this machine', async () => {
  for (const name of ['127.0.0.1', 'localhost']) {
    const host = `${name}:${port}`;
    expect(await play('{"line":"hello"}', { host, origin: `http://${host}` })).toMatchObject({ status: 200 });
  }
  expect(await play('{"touch":["hint"]}')).toMatchObject({ status: 200 });
  expect(done).toEqual([{ line: 'hello' }, { line: 'hello' }, { touch: ['hint'] }]);
});

test.each(['', '{', '[]', '{}', '{"line":""}', '{"line":1}', '{"touch":"hint"}'])(
  'the body %j is refused',
  async (body) => {
    expect(await play(body)).toMatchObject({ status: 400 });
    expect(done).toEqual([]);
  },
);

test('a body that is longer than anybody speaks is refused', async () => {
  expect(await play(`{"line":"${'a'.repeat(40_000)}"}`)).toMatchObject({ status: 400 });
  expect(done).toEqual([]);
});

test.each<[Asked, number]>([
  [{ path: '/nothing' }, 404],
  [{ path: '/../package.json' }, 404],
  [{ path: '/%2e%2e/package.json' }, 404],
  [{ method: 'PUT' }, 405],
  [{ method: 'POST', path: '/play', headers: { 'content-type': 'text/plain' }, body: '{"line":"hello"}' }, 415],
  [{ method: 'POST', path: '/nothing', headers: JSON_TYPE, body: '{}' }, 404],
  [{ method: 'POST', path: '/voice', headers: JSON_TYPE, body: '{}' }, 400],
])('%j is answered with %i', async (asked, status) => {
  expect(await ask(asked)).toMatchObject({ status });
});

test('what is served asks nothing of another machine', async () => {
  for (const path of ['/', '/style.css', '/page.js', '/icon.svg']) {
    const { status, text } = await ask({ path });
    expect(status).toBe(200);
    expect(text.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//);
  }
  expect((await ask({ path: '/renderer.js' })).text).not.toContain('@font-face');
});

test('is there for this machine alone, and a port that is taken is told in one sentence', async () => {
  const running = await startWeb();
  try {
    const taken = new URL(running.address).port;
    for (const address of otherAddresses()) await expect(fetch(`http://${address}:${taken}/`)).rejects.toThrow();
    expect(await ended(web(['--memory', '--port', taken]))).toEqual({
      code: 2,
      told: `Port ${taken} is in use. Take any that is free: npm run web -- --port 0\n`,
    });
  } finally {
    await running.close();
  }
}, 180_000);

/** Addresses by which other machines reach this one. */
const otherAddresses = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);

async function ended(child: ChildProcess): Promise<{ readonly code: unknown; readonly told: string }> {
  let told = '';
  child.stderr?.on('data', (some) => {
    told += String(some);
  });
  const [code] = await once(child, 'close');
  return { code, told };
}

const voice = recordedVoice();
if (voice === undefined) test.todo('the voice: not run, for there is no espeak-ng');
else
  test('the voice records words, even those that look like an option', async () => {
    const sound = await voice('--version');
    expect(sound.subarray(0, 4).toString()).toBe('RIFF');
  });
