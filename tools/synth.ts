import { spawnSync } from 'node:child_process';
import { BuildError, ensureBuilt } from './build';
import { ROOT } from './paths';

/** Nothing here needs a network, so nothing waits for one. */
const OFFLINE = { CDK_DISABLE_CLI_TELEMETRY: '1', CDK_DISABLE_VERSION_CHECK: '1' };

/** Builds what is missing and synthesizes the stack into `cdk.out/`. Further arguments go to the CDK: `npm run synth -- -c stage=prod`. */
async function main(): Promise<void> {
  await ensureBuilt();
  const { status } = spawnSync(
    'npx',
    ['--no-install', 'cdk', 'synth', '--quiet', '--no-notices', ...process.argv.slice(2)],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...OFFLINE },
    },
  );
  process.exitCode = status ?? 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof BuildError ? error.message : error);
  process.exitCode = error instanceof BuildError ? 2 : 1;
});
