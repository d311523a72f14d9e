import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../tools/paths';

const home = mkdtempSync(join(tmpdir(), 'operator-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** An environment of somebody who has never had to do with AWS. */
export const nothing = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(env).filter(([name]) => !/^(AWS|ASK)_/.test(name))),
  HOME: home,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
});

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a tool by its file as npm would, on a machine that has nothing but `env`. */
export function run(
  tool: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  input = '',
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const tsx = require.resolve('tsx/cli');
    const child = spawn(process.execPath, [tsx, join(ROOT, tool), ...args], {
      cwd: ROOT,
      env: { ...nothing(process.env), ...env },
    });
    const ran = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      ran.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      ran.err += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...ran, code }));
    child.stdin.end(input);
  });
}
