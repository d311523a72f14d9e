import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { ROOT } from './paths';

/** Everything that the README promises, in the order in which a failure is cheapest to mend. */
const CHECKS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['format and lint', 'biome', 'check', '--error-on-warnings', '.'],
  ['types', 'tsc', '--noEmit'],
  ['types of the page', 'tsc', '-p', 'simulator/web/page'],
  [
    'import rules',
    'depcruise',
    '--config',
    '.dependency-cruiser.mjs',
    'lambda',
    'interaction-model',
    'infra',
    'simulator',
    'tools',
  ],
  ['unused code', 'knip'],
  ['bank', 'tsx', 'tools/bank/main.ts', 'check'],
  ['build', 'tsx', 'tools/build.ts'],
  ['tests and coverage', 'jest', '--coverage'],
  ['rehearsal of a deployment', 'tsx', 'tools/rehearse.ts'],
];

/** Runs every check, even after a failure, so that one run shows all there is to mend. */
function main(): void {
  const failed: string[] = [];
  for (const [name, command, ...args] of CHECKS) {
    const started = performance.now();
    console.log(`\n── ${name}`);
    const { status } = spawnSync('npx', ['--no-install', command, ...args], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
    if (status !== 0) failed.push(name);
  }
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}.`);
  console.log(`\nchecks: ${CHECKS.length - failed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

main();
