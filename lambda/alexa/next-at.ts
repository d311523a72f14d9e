import { dateOf, dayOf } from '../coach/calendar';
import type { Minute } from '../coach/clock';

/**
 * The next moment at which a clock in the zone shows a time, written by that clock: "2026-11-25T07:00:00.000".
 * @param now milliseconds since 1970
 * @param zone IANA name of a time zone
 */
export function nextAt(minute: Minute, now: number, zone: string): string {
  const today = dayOf(now, zone);
  const passed = minuteAt(now, zone) >= minute;
  return localTime(passed ? today + 1 : today, minute);
}

/** The time on the day after today's, for somebody whose zone is only guessed: hardly anywhere is it over by then. */
export const tomorrowAt = (minute: Minute, now: number, zone: string): string =>
  localTime(dayOf(now, zone) + 1, minute);

const localTime = (day: number, minute: Minute): string =>
  new Date(dateOf(day).getTime() + minute * 60_000).toISOString().slice(0, -1);

/** What a clock in the zone shows. */
function minuteAt(now: number, zone: string): Minute {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' }).format(now);
  const [hours = 0, minutes = 0] = shown.split(':').map(Number);
  return hours * 60 + minutes;
}
