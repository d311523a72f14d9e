import { run } from './cli';
import { askLine } from './keyboard';
import { wantsColour } from './report';
import { codeOf } from './yaml-file';

process.stdout.on('error', (cause) => {
  // A reader such as "head" may have seen enough; anything else is a failure.
  if (codeOf(cause) !== 'EPIPE') process.stderr.write(`The output cannot be written (${codeOf(cause)}).\n`);
  process.exit(codeOf(cause) === 'EPIPE' ? 0 : 2);
});

process.exitCode = run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  ask: askLine,
  colour: wantsColour(process.stdout, process.env),
  today: new Date(),
});
