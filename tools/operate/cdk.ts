import { spawnSync } from 'node:child_process';
import type { Settings } from '../../infra/settings';
import { ROOT } from '../paths';

/** The stack of a stage. */
export const stackName = ({ stage }: Pick<Settings, 'stage'>): string => `InterviewRehearsal-${stage}`;

/** Runs the CDK of this project and gives its exit code. */
export function cdk(args: readonly string[], env: Readonly<Record<string, string>> = {}): number {
  const { status } = spawnSync('npx', ['--no-install', 'cdk', ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}

/** Nothing here needs a network, so nothing waits for one. */
export const OFFLINE = { CDK_DISABLE_CLI_TELEMETRY: '1', CDK_DISABLE_VERSION_CHECK: '1' } as const;
