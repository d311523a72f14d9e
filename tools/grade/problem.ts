/** What was asked for cannot be done: what happened, where, and what to do, for the person at the keyboard. */
export class GradeError extends Error {
  override readonly name = 'GradeError';
}

/** Why something failed, in a few words. */
export const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
