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
  // The floor of a room that is named here is its own; the first holds for all the others together.
  coverageThreshold: {
    global: { branches: 84, functions: 93, lines: 95, statements: 93 },
    './lambda/coach/': { branches: 90, functions: 97, lines: 97, statements: 96 },
    './lambda/feedback/': { branches: 92, functions: 97, lines: 98, statements: 97 },
    './lambda/adapters/dynamo/': { branches: 88, functions: 98, lines: 97, statements: 96 },
  },
};
