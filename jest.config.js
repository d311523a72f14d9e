/** Tests run as they are written: TypeScript through swc, no type check (that is `npm run typecheck`). */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // These packages ship ES modules alone.
  transformIgnorePatterns: ['/node_modules/(?!(double-metaphone|valibot)/)'],
  transform: { '^.+\\.[tj]s$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
};
