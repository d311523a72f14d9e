import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

/** The Node that fresh processes run on. */
export interface Node {
  readonly path: string;
  /** Goes into the names of figures: " on Node 24.9.0", and nothing for the Node that runs the benchmark. */
  readonly label: string;
}

const OWN: Node = { path: process.execPath, label: '' };

/** The Node at a path, or the one that runs this. Throws `RangeError` where there is none. */
export async function nodeAt(path: string | undefined): Promise<Node> {
  if (path === undefined) return OWN;
  const { stdout } = await promisify(execFile)(resolve(path), ['--version']).catch(() => ({ stdout: '' }));
  const version = /^v(\d+\.\d+\.\d+)\s*$/.exec(stdout)?.[1];
  if (version === undefined) throw new RangeError(`--node takes the path of a Node binary, and ${path} is none.`);
  return { path: resolve(path), label: ` on Node ${version}` };
}
