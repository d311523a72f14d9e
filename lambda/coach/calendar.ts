import type { Day } from './card';
import { minutesEast, type ZoneTable } from './zones';

/** A `ZoneTable` as JSON, which the build puts in place of the name. */
declare const ZONE_TABLE: string | undefined;

const MS_A_DAY = 86_400_000;
const MS_A_MINUTE = 60_000;
const MINUTES_A_DAY = 1440;

/** The day that a calendar shows, and the minute of that day that a clock beside it does. */
export interface LocalTime {
  readonly day: Day;
  readonly minute: number;
}

/**
 * What clock and calendar show in a place at a moment.
 * @param now milliseconds since 1970
 * @param zone IANA name of a time zone; an unknown one counts as UTC
 */
export function localTime(now: number, zone: string): LocalTime {
  const east = minutesEast(table(), now, zone);
  const minutes = Math.floor(now / MS_A_MINUTE) + (east ?? minutesEastByIntl(now, zone));
  const day = Math.floor(minutes / MINUTES_A_DAY);
  return { day, minute: minutes - day * MINUTES_A_DAY };
}

/** The listener's own calendar day at a moment; parameters as in `localTime`. */
export const dayOf = (now: number, zone: string): Day => localTime(now, zone).day;

/** Midnight UTC of a day, the form in which the scheduler counts whole days. */
export const dateOf = (day: Day): Date => new Date(day * MS_A_DAY);

/** The day of a date that lies on midnight UTC. */
export const dayOfDate = (date: Date): Day => Math.round(date.getTime() / MS_A_DAY);

/** True for the name of a time zone. */
export const isZone = (name: string): boolean => Object.hasOwn(table().zones, name) || formatIn(name) !== undefined;

const NO_TABLE: ZoneTable = { from: 0, until: 0, histories: [], zones: {} };

let read: ZoneTable | undefined;

/** Looked into before `Intl`, whose first use takes a process 25 ms: a tenth of what the first listener of a process waits for. */
function table(): ZoneTable {
  read ??= typeof ZONE_TABLE === 'undefined' ? NO_TABLE : JSON.parse(ZONE_TABLE);
  return read ?? NO_TABLE;
}

/** The same from Node's own knowledge of all zones and years; 0 for a name that is none. */
export function minutesEastByIntl(now: number, zone: string): number {
  const shown = formatIn(zone)?.format(now);
  if (shown === undefined) return 0;
  return Math.round(Date.parse(`${shown.replace(' ', 'T')}Z`) / MS_A_MINUTE) - Math.floor(now / MS_A_MINUTE);
}

/** Making a formatter takes a hundred times as long as using it, and a process meets few zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat | undefined {
  const format = formats.get(zone) ?? newFormat(zone);
  if (format) formats.set(zone, format);
  return format;
}

function newFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    // Swedes write dates and times as ISO 8601 does, but for the T.
    return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  } catch {
    return undefined;
  }
}
