import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const rooms = JSON.parse(readFileSync(new URL('rooms.json', import.meta.url), 'utf8'));
const room = process.env.MUTATION_ROOM ?? 'coach';

/** Mutation testing of one room, as `npm run mutate` starts it. */
export default {
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner', fileURLToPath(new URL('sample.mjs', import.meta.url))],
  jest: { configFile: 'tools/mutation/jest.config.js', enableFindRelatedTests: false },
  mutate: rooms[room].mutate,
  ignorers: ['sample'],
  coverageAnalysis: 'perTest',
  // A mutant that runs forever is known by it, and a machine that is busy with something else is not taken for one.
  timeoutMS: 30_000,
  // Stryker would rewrite the file by the old compiler's interface, which TypeScript 7 has not; the tests need none.
  tsconfigFile: 'none.json',
  ignorePatterns: ['cdk.out', '.data', 'docs', 'coverage', 'reports'],
  reporters: ['progress', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `reports/mutation/${room}.json` },
  thresholds: { high: 90, low: 80, break: 80 },
  tempDirName: '.stryker',
};
