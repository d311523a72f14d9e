import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { openEmbedded } from '../../simulator/store/embedded';
import { DIST } from '../../tools/paths';
import { envelope, heardIn, launch, SKILL_ID } from '../bundle/bundle';

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

/** What the container holds, in a folder that holds nothing else. */
const folder = mkdtempSync(join(tmpdir(), 'container-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const part of ['lambda', 'server', 'audio', 'images'])
  cpSync(join(DIST, part), join(folder, part), { recursive: true });

const started = (args: readonly string[], env: Readonly<Record<string, string>>) =>
  spawn(process.execPath, [join(folder, 'server'), ...args], { cwd: folder, env: { PATH: '', ...env } });

test('the server that was built answers alone, on the table that it is told, and stops when it is told', async () => {
  const database = await openEmbedded();
  const server = started(['--port', '0', '--unchecked'], { ...database.env, SKILL_ID, LOG_LEVEL: 'silent' });
  try {
    const [line = ''] = await once(createInterface({ input: server.stdout }), 'line');
    const [address = ''] = /http:\/\/\S+(?=,)/.exec(String(line)) ?? [];
    const response = await fetch(address, { method: 'POST', body: JSON.stringify(envelope(launch)) });
    expect(heardIn(await response.json()).speech).toMatch(/^Welcome to Interview Rehearsal\./);
    const picture = await fetch(new URL('/images/card-720x480.png', address));
    expect(picture.headers.get('content-type')).toBe('image/png');
    server.kill('SIGTERM');
    expect((await once(server, 'exit'))[0]).toBe(0);
  } finally {
    server.kill();
    await database.close();
  }
});

test('without a table it does not start, and says what to do', async () => {
  const server = started([], {});
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  expect((await once(server, 'close'))[0]).toBe(2);
  expect(said).toBe('PROGRESS_TABLE is not set: name the table that keeps progress.\n');
});
