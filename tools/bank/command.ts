import type { ParseArgsConfig } from 'node:util';

/** What a command may do to the outside. */
export interface Io {
  /** One line, or several, of what was asked for. */
  out(text: string): void;
  /** One line, or several, about what went wrong. */
  err(text: string): void;
  /** The next line that is typed or piped in; `undefined` at the end. */
  ask(prompt: string): string | undefined;
  readonly colour: boolean;
  readonly today: Date;
}

/** Options as given; each command knows its own. `operand` is the word that stands by itself. */
export interface Given {
  readonly [option: string]: string | boolean | undefined | readonly (string | boolean)[];
}

/** 0 fine, 1 the content has errors, 2 the command could not be carried out. */
export type ExitCode = 0 | 1 | 2;

/** Something that whoever runs a command can put right. The message says what happened and what to do; the exit code is 2. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** A word behind `npm run bank --`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` adds to the summary. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** The one word that stands by itself, such as FILE or ID; absent where there is none. */
  readonly operand?: string;
  run(root: string, given: Given, io: Io): ExitCode;
}
