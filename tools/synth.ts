import { BuildError, ensureBuilt } from './build';
import { cdk, OFFLINE } from './operate/cdk';

/** Builds what is missing and synthesizes the stack into `cdk.out/`. Further arguments go to the CDK: `npm run synth -- -c stage=prod`. */
async function main(): Promise<void> {
  await ensureBuilt();
  process.exitCode = cdk(['synth', '--quiet', '--no-notices', ...process.argv.slice(2)], OFFLINE);
}

main().catch((error: unknown) => {
  console.error(error instanceof BuildError ? error.message : error);
  process.exitCode = error instanceof BuildError ? 2 : 1;
});
