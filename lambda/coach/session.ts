/** How one question of a session went. */
export interface Outcome {
  readonly question: number;
  /** Key points that counted, as bits. */
  readonly said: number;
  readonly flagged: boolean;
}

/** A planned session: which questions, how far it got, and what came of them. Plain data; it is kept with the open question. */
export interface Session {
  /** In practice, feedback comes after each answer; in an interview, at the end. */
  readonly kind: 'practice' | 'interview';
  readonly plan: readonly number[];
  /** Index of the question that was asked last; -1 before the first. */
  readonly position: number;
  readonly outcomes: readonly Outcome[];
}

/** The question that comes next in a session, if there is one. */
export const comingUp = (session: Session): number | undefined => session.plan[session.position + 1];

/** The session with the outcome of a question, in place of an earlier one of the same question. */
export const withOutcome = (session: Session, outcome: Outcome): Session => ({
  ...session,
  outcomes: [...session.outcomes.filter((o) => o.question !== outcome.question), outcome],
});
