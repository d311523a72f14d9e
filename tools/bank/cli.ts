import { parseArgs } from 'node:util';
import { type Command, CommandError, type ExitCode, type Given, type Io } from './command';
import { check } from './commands/check';
import { generate } from './commands/generate';
import { importPage } from './commands/import';
import { list } from './commands/list';
import { newQuestion } from './commands/new';
import { publish } from './commands/publish';
import { sayQuestion } from './commands/say';
import { stats } from './commands/stats';
import { tryQuestion } from './commands/try';
import { UnreadableFileError } from './yaml-file';

const COMMANDS: readonly Command[] = [
  check,
  newQuestion,
  tryQuestion,
  sayQuestion,
  importPage,
  list,
  stats,
  publish,
  generate,
];
const COMMON = { bank: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

const USAGE = `Usage: npm run bank -- COMMAND [OPTIONS]

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(9)} ${summary}`).join('\n')}

  --bank DIR   another bank folder than ./bank
  --help       more about a command`;

/** Runs one command of the bank's tool; `args` are the words after `npm run bank --`. */
export function run(args: readonly string[], io: Io): ExitCode {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    io.out(USAGE);
    return 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    const problem = name === undefined ? 'Say what to do.' : `There is no command "${name}".`;
    io.err(`${problem}\n\n${USAGE}`);
    return 2;
  }
  return runCommand(command, rest, io);
}

function runCommand(command: Command, args: readonly string[], io: Io): ExitCode {
  const given = readOptions(command, args);
  if (typeof given === 'string') {
    io.err(`${given} Try "npm run bank -- ${command.name} --help".`);
    return 2;
  }
  if (given.help) {
    const { name, operand, summary, help } = command;
    io.out(`npm run bank -- ${name}${operand === undefined ? '' : ` ${operand}`}: ${summary}\n\n${help}`);
    return 0;
  }
  try {
    return command.run(typeof given.bank === 'string' ? given.bank : 'bank', given, io);
  } catch (cause) {
    if (!(cause instanceof UnreadableFileError || cause instanceof CommandError)) throw cause;
    io.err(cause.message);
    return 2;
  }
}

/** The options, or a sentence about what is wrong with them. */
function readOptions(command: Command, args: readonly string[]): Given | string {
  try {
    const options = { ...COMMON, ...command.options };
    const { operand } = command;
    const read = parseArgs({ args: [...args], options, strict: true, allowPositionals: operand !== undefined });
    const [word, ...more] = read.positionals;
    if (read.values.help || operand === undefined) return read.values;
    if (word === undefined) return `Say which ${operand}.`;
    return more.length > 0
      ? `There may be one ${operand} only, and "${more[0]}" is another.`
      : { ...read.values, operand: word };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split(/\. (?=To specify)/, 1)[0] : String(cause);
    return `${reason?.replace(/\.$/, '')}.`;
  }
}
