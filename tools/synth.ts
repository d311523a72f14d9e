import { spawnSync } from 'node:child_process';
import { ensureBuilt } from './build';
import { ROOT } from './paths';

/** Builds what is missing and synthesizes the stack into `cdk.out/`. Further arguments go to the CDK: `npm run synth -- -c stage=prod`. */
async function main(): Promise<void> {
  await ensureBuilt();
  const { status } = spawnSync('npx', ['cdk', 'synth', '--quiet', ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: '1' },
  });
  process.exitCode = status ?? 1;
}

void main();
