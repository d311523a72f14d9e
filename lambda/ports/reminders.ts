import type { Came, Errand } from '../coach/errand';

/**
 * Runs an errand to the reminders of whoever speaks, within what is left of the turn's time. Run twice, it comes to the same. Never throws:
 * whatever the service does is one of the ways in which an errand comes back.
 *
 * Reminders belong to the household's account, and the service does not tell whose voice wished for one: so there is one of this skill at
 * most, which everybody hears, and which everybody may change or stop.
 */
export type RunErrand = (errand: Errand) => Promise<Came>;
