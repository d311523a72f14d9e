/**
 * Stands in the place of a bundle, which lies beside it as skill.js with the code that V8 made of it as skill.cache. V8 takes the cache of
 * exactly its own version; any other it refuses without a word, and compiles.
 */
const { readFileSync } = require('node:fs');
const { wrap } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

const filename = join(__dirname, 'skill.js');
const cachedData = readFileSync(join(__dirname, 'skill.cache'));
const script = new Script(wrap(readFileSync(filename, 'utf8')), { filename, cachedData });
globalThis.codeCacheRefused = script.cachedDataRejected;
script.runInThisContext()(exports, require, module, filename, __dirname);
