/**
 * Memory of the function in MB, which buys processor time in proportion (1,769 MB are one processor). Measured on the built function: 74 MB
 * at its peak, 45 ms of processor for the first turn of a process and 4 ms for a later one. With 512 MB these become about .15 s and 12 ms;
 * with 256 MB a first turn takes .3 s, and more than 512 MB costs more for a turn that mostly waits for the table.
 */
export const MEMORY_MB = 512;

/** Alexa waits for eight seconds; an answer after that is heard by nobody. */
export const TIMEOUT_SECONDS = 7;

/** Alarms watch this many metrics in all; an account has ten free of charge. */
export const ALARM_METRICS = 11;

/** Metrics that every hour with a turn has. Those of failures cost only in the hours in which something failed. */
export const CUSTOM_METRICS = 10;
