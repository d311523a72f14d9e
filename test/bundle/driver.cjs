// Runs a built handler as Lambda would, in a process of its own: envelopes come in by message and responses go out by message.
const { handler } = require(process.argv[2]);

process.on('message', async ({ id, event, byCallback, mark }) => {
  if (mark) {
    process.stdout.write(`${mark}\n`);
    process.stderr.write(`${mark}\n`);
    return;
  }
  try {
    if (byCallback) await handler(event, {}, (error, response) => process.send({ id, response, error }));
    else process.send({ id, response: await handler(event, {}) });
  } catch (error) {
    process.send({ id, error: String(error) });
  }
});
process.send({ id: 'ready' });
