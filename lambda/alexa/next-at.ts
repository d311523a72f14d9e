import { dateOf, dayOf, localTime } from '../coach/calendar';
import type { Minute } from '../coach/clock';

/**
 * The next moment at which a clock in the zone shows a time, written by that clock: "2026-11-25T07:00:00.000".
 * @param now milliseconds since 1970
 * @param zone IANA name of a time zone
 */
export function nextAt(minute: Minute, now: number, zone: string): string {
  const { day, minute: shown } = localTime(now, zone);
  return written(shown >= minute ? day + 1 : day, minute);
}

/** The time on the day after today's, for somebody whose zone is only guessed: hardly anywhere is it over by then. */
export const tomorrowAt = (minute: Minute, now: number, zone: string): string => written(dayOf(now, zone) + 1, minute);

const written = (day: number, minute: Minute): string =>
  new Date(dateOf(day).getTime() + minute * 60_000).toISOString().slice(0, -1);
