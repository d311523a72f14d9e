import type { ParseArgsConfig } from 'node:util';

/** What a command may do to the outside. */
export interface Io {
  /** One line, or several, of what was asked for. */
  out(text: string): void;
  /** One line, or several, about what went wrong. */
  err(text: string): void;
  readonly colour: boolean;
  readonly today: Date;
}

/** Options as given; each command knows its own. */
export interface Given {
  readonly [option: string]: string | boolean | undefined | readonly (string | boolean)[];
}

/** 0 fine, 1 the content has errors, 2 the command could not be carried out. */
export type ExitCode = 0 | 1 | 2;

/** A word behind `npm run bank --`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` adds to the summary. */
  readonly help: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  run(root: string, given: Given, io: Io): ExitCode;
}
