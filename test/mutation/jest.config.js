const { globalSetup, coverageThreshold, ...rest } = require('../../jest.config.js');

/** Tests of each room that run from source and need no build. Each mutant is run against its room's alone. */
const TESTS = {
  coach: ['coach', 'turn'],
  feedback: ['feedback'],
  store: ['adapters', 'contracts'],
};

const rooms = (process.env.ROOM ?? 'coach feedback store').split(' ');

module.exports = {
  ...rest,
  rootDir: '../..',
  roots: rooms.flatMap((room) => TESTS[room]).map((folder) => `<rootDir>/test/${folder}`),
  // Walks of many seconds: each mutant that they cover would wait for them. And what needs no mutant of these rooms.
  testPathIgnorePatterns: ['/turn/(month|interleavings)', '/feedback/command', '/adapters/(pack|s3|embedded|lexicon)\\.', '/contracts/bank'],
};
