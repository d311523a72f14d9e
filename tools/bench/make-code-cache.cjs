/**
 * Runs on the Node whose cache is wanted: loads skill.js in a folder, hands it a list of envelopes, each with the session of the response
 * before, and writes what V8 has compiled by then as skill.cache beside it.
 */
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

const [, , folder, envelopes] = process.argv;
const filename = join(folder, 'skill.js');
const script = new Script(wrap(readFileSync(filename, 'utf8')), { filename });
const skill = { exports: {} };
script.runInThisContext()(skill.exports, createRequire(filename), skill, filename, folder);

async function play(events) {
  let attributes;
  for (const event of events) {
    const { sessionAttributes, response } = await skill.exports.handler({
      ...event,
      session: { ...event.session, new: attributes === undefined, attributes: attributes ?? {} },
    });
    attributes = response.shouldEndSession === false ? sessionAttributes : undefined;
  }
}

play(JSON.parse(readFileSync(envelopes, 'utf8'))).then(() => {
  writeFileSync(join(folder, 'skill.cache'), script.createCachedData());
  process.exit(0);
});
