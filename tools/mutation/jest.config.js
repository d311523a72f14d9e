const { globalSetup, coverageThreshold, ...rest } = require('../../jest.config.js');
const rooms = require('./rooms.json');

/** The tests of one room, which run from source, stories too. Walks of many seconds are left out: each mutant that they cover would wait for them. */
module.exports = {
  ...rest,
  rootDir: '../..',
  roots: rooms[process.env.MUTATION_ROOM ?? 'coach'].tests.map((folder) => `<rootDir>/test/${folder}`),
  testPathIgnorePatterns: [
    '/turn/(month|interleavings)',
    '/feedback/command',
    '/adapters/(pack|s3|embedded|lexicon)\\.',
    '/contracts/bank',
    '/stories/(fields|round-trips)',
  ],
  setupFiles: ['<rootDir>/tools/mutation/shorter.js', '<rootDir>/tools/mutation/from-source.js'],
};
