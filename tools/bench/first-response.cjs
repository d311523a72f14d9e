/**
 * Runs in a fresh process: loads a bundle, hands it one envelope, and prints the milliseconds from process start to its response.
 * Plain JavaScript, so that nothing but the bundle has to be loaded.
 */
const { readFileSync } = require('node:fs');

const [, , bundle, envelope] = process.argv;
const { handler } = require(bundle);

handler(JSON.parse(readFileSync(envelope, 'utf8')), {}).then((response) => {
  const ms = performance.now();
  if (!response.response?.outputSpeech) throw new Error(`No speech from ${bundle}: ${JSON.stringify(response)}`);
  process.stdout.write(String(ms));
  process.exit(0);
});
