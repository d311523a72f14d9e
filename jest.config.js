/** Tests run as they are written: TypeScript through swc, no type check (that is `npm run typecheck`). */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  globalSetup: '<rootDir>/test/built.ts',
  testTimeout: 30_000,
  // These packages ship ES modules alone; the bundle runs as built.
  transformIgnorePatterns: ['/node_modules/(?!(double-metaphone|valibot)/)', '/dist/'],
  transform: { '^.+\\.[tj]s$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  coverageDirectory: 'coverage',
  coverageReporters: ['text-summary'],
  collectCoverageFrom: ['lambda/{coach,feedback,turn,speech,cards,alexa,adapters,bank}/**/*.ts', '!**/*.d.ts'],
  coverageThreshold: { global: { branches: 85, functions: 95, lines: 95, statements: 95 } },
};
