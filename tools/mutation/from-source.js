const { copyFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Stories play the built skill, in which no mutant would be. In Stryker's copy of the project, and only there, the built skill becomes the
 * source, with the bank beside it.
 */
if (process.env.STRYKER_MUTATOR_WORKER !== undefined) {
  const [source, built] = ['lambda', 'dist/lambda'].map((folder) => join(__dirname, '../..', folder));
  for (const file of ['bank.index', 'bank.pack', 'lexicon.json']) copyFileSync(join(built, file), join(source, file));
  writeFileSync(join(built, 'index.js'), `module.exports = require(${JSON.stringify(join(source, 'index.ts'))});\n`);
}
