/** Seconds that one may rehearse aloud. The build makes a recording for each. */
export const REHEARSALS = [30, 60, 90] as const;
export type RehearsalSeconds = (typeof REHEARSALS)[number];
