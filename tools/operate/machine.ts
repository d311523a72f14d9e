import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from './finding';

const OLDEST_NODE = 20;

/** The Node that runs this. */
export function node(version = process.versions.node): Finding {
  const name = 'Node.js';
  if (Number(version.split('.')[0]) >= OLDEST_NODE) return { name, is: 'there', says: version };
  return {
    name,
    is: 'missing',
    says: `${version} is too old, ${OLDEST_NODE} or newer is needed.`,
    how: 'Install it from https://nodejs.org or with a version manager.',
  };
}

/** The ASK CLI, and whether it has been told whose skills it makes. */
export function askCli(): readonly Finding[] {
  const name = 'ASK CLI';
  const profile = 'ASK profile';
  const { status, stdout } = spawnSync('ask', ['--version'], { encoding: 'utf8' });
  const configured = existsSync(join(homedir(), '.ask', 'cli_config'));
  return [
    status === 0
      ? { name, is: 'there', says: stdout.trim() }
      : { name, is: 'missing', says: '"ask" is not installed.', how: 'npm install --global ask-cli' },
    configured
      ? { name: profile, is: 'there', says: 'in ~/.ask/cli_config' }
      : {
          name: profile,
          is: 'missing',
          says: 'there is no ~/.ask/cli_config.',
          how: 'Open an account on https://developer.amazon.com/alexa, then: ask configure',
        },
  ];
}
