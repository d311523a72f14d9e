/**
 * Runs in a fresh process: loads a bundle, hands it one envelope, and prints as JSON what its first response took: milliseconds from process
 * start, by parts and whole, and memory in bytes. Plain JavaScript, so that nothing but the bundle has to be loaded.
 */
const node = performance.now();
const { readFileSync } = require('node:fs');

const [, , bundle, envelope] = process.argv;
const { handler } = require(bundle);
const loaded = performance.now();

handler(JSON.parse(readFileSync(envelope, 'utf8')), {}).then(({ response }) => {
  const whole = performance.now();
  if (!response?.outputSpeech) throw new Error(`No speech from ${bundle}: ${JSON.stringify(response)}`);
  const sample = {
    node,
    load: loaded - node,
    turn: whole - loaded,
    whole,
    memory: process.resourceUsage().maxRSS * 1024,
    heap: process.memoryUsage().heapUsed,
    asks: response.shouldEndSession === false,
    cacheRefused: globalThis.codeCacheRefused === true,
  };
  process.stdout.write(JSON.stringify(sample));
  process.exit(0);
});
