/** Where something stands in an author's file. */
export interface Place {
  /** Path as it is printed: relative to where the command was run. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** What is wrong in a bank, where, and what to do about it. */
export interface Problem extends Place {
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: string;
}

/** Something that keeps a bank from being shipped. */
export const error = (place: Place, message: string): Problem => ({ ...place, severity: 'error', message });

/** Something that an author should look at. */
export const warning = (place: Place, message: string): Problem => ({ ...place, severity: 'warning', message });

/** Something that is shown to an author at work, and asks for nothing. */
export const note = (place: Place, message: string): Problem => ({ ...place, severity: 'note', message });

/** By file, then line; problems of one line stay in the order in which they were found. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

/** True when something keeps the bank from being shipped. */
export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some(({ severity }) => severity === 'error');
