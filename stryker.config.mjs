/**
 * Mutation testing of the rooms that decide: `npm run mutate`. Their tests run from source; what is only told in stories, on the bundle as
 * built, is not seen here, so that the score is a floor.
 */
export default {
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: { configFile: 'test/mutation/jest.config.js', enableFindRelatedTests: false },
  mutate: ['lambda/{coach,feedback}/**/*.ts', 'lambda/adapters/dynamo/**/*.ts'],
  coverageAnalysis: 'perTest',
  // Stryker would rewrite the file with a compiler that TypeScript 7 no longer is; tests need none.
  tsconfigFile: 'none.json',
  ignorePatterns: ['dist', 'cdk.out', '.data', 'docs', 'coverage', 'reports'],
  reporters: ['progress', 'clear-text', 'json', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 90, low: 80, break: 80 },
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  tempDirName: '.stryker',
};
