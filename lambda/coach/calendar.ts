import type { Day } from './card';

const MS_A_DAY = 86_400_000;

/**
 * The listener's own calendar day at a moment.
 * @param now milliseconds since 1970
 * @param zone IANA name of a time zone; an unknown one counts as UTC
 */
export function dayOf(now: number, zone: string): Day {
  const [year, month, day] = localDate(now, zone);
  return Date.UTC(year, month - 1, day) / MS_A_DAY;
}

/** Midnight UTC of a day, the form in which the scheduler counts whole days. */
export const dateOf = (day: Day): Date => new Date(day * MS_A_DAY);

/** The day of a date that lies on midnight UTC. */
export const dayOfDate = (date: Date): Day => Math.round(date.getTime() / MS_A_DAY);

function localDate(now: number, zone: string): [number, number, number] {
  const text = format(now, zone) ?? new Date(now).toISOString().slice(0, 10);
  const [year = 1970, month = 1, day = 1] = text.split('-').map(Number);
  return [year, month, day];
}

function format(now: number, zone: string): string | undefined {
  try {
    return formatIn(zone).format(now);
  } catch {
    return undefined;
  }
}

/** Making a formatter takes a hundred times as long as using it, and a process meets few zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  // Swedish dates are ISO dates.
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  formats.set(zone, format);
  return format;
}
