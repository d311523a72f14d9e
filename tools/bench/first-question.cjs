/**
 * Runs in a fresh process: loads a bundle, hands it one envelope, and prints the milliseconds from process start to its response, which has
 * to ask something, and the most memory that the process took. Plain JavaScript, so that nothing but the bundle has to be loaded.
 */
const { readFileSync } = require('node:fs');

const [, , bundle, envelope] = process.argv;
const { handler } = require(bundle);

handler(JSON.parse(readFileSync(envelope, 'utf8')), {}).then(({ response }) => {
  const ms = performance.now();
  if (response?.shouldEndSession !== false) throw new Error(`No question from ${bundle}: ${JSON.stringify(response)}`);
  process.stdout.write(JSON.stringify({ ms, kilobytes: process.resourceUsage().maxRSS }));
  process.exit(0);
});
