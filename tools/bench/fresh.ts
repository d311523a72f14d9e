import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Node } from './node';

/** What the first response of a fresh process took: milliseconds and bytes. */
export interface Sample {
  /** Until Node runs the first line of a script. */
  readonly node: number;
  /** Loading the bundle. */
  readonly load: number;
  /** From the envelope to the response. */
  readonly turn: number;
  /** From process start to the response. */
  readonly whole: number;
  /** The most memory that was resident. */
  readonly memory: number;
  /** The heap in use after the response. */
  readonly heap: number;
  /** The response keeps the microphone open. */
  readonly asks: boolean;
  /** There was a code cache, and V8 did not take it. */
  readonly cacheRefused: boolean;
}

export interface Fresh {
  readonly node: Node;
  readonly workDir: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A fresh process loads the bundle and answers one envelope. Rejects when it fails, or says nothing. */
export async function firstResponse(bundle: string, event: unknown, { node, workDir, env }: Fresh): Promise<Sample> {
  const envelope = join(workDir, 'envelope.json');
  writeFileSync(envelope, JSON.stringify(event));
  const { stdout } = await inNode(node, [join(__dirname, 'first-response.cjs'), bundle, envelope], env);
  // Written by the script just called.
  const sample: Sample = JSON.parse(stdout);
  return sample;
}

const run = promisify(execFile);

/**
 * Runs a script in a process that has nothing but `env`. The database runs in this process, so the child must not be waited for in a way
 * that stops it. Rejects with what the script said.
 */
export async function inNode({ path }: Node, args: readonly string[], env: Readonly<Record<string, string>>) {
  const quiet = { LOG_LEVEL: 'silent', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
  const options = { env: { PATH: process.env.PATH, ...env, ...quiet }, timeout: 30_000 };
  return run(path, [...args], options).catch((error: Error & { stderr?: string }) => {
    // A bundle is a few lines long, and a stack trace shows the whole of the one that failed.
    const said = (error.stderr ?? '').split('\n').filter((line) => line.length < LONGEST_LINE);
    throw new Error(`${path} ${args.join(' ')} failed:\n${said.join('\n')}`, { cause: error });
  });
}

const LONGEST_LINE = 300;
