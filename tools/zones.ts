import { minutesEastByIntl } from '../lambda/coach/calendar';
import type { ZoneTable } from '../lambda/coach/zones';

const DAY = 86_400;
/** No zone changes its clocks twice within so long: Morocco, for Ramadan, comes nearest with a month. */
const STEP = 7 * DAY;
const YEARS = 3;
/** Names in use today where Node lists an older one. */
const ALSO = ['UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'America/Indiana/Indianapolis', 'America/Kentucky/Louisville'];

/**
 * What clocks show in every zone that Node knows, for three years from the month of `now` (milliseconds since 1970): a function that
 * is deployed for longer asks `Intl` again. The table is the same for all of a month, so that a build is.
 */
export function zoneTable(now: number): ZoneTable {
  const date = new Date(now);
  const from = Date.UTC(date.getUTCFullYear(), date.getUTCMonth()) / 1000 - DAY;
  const until = from + Math.ceil((YEARS * 365 * DAY) / STEP) * STEP;
  const histories = new Map<string, number>();
  const zones = [...ALSO, ...Intl.supportedValuesOf('timeZone')].map((zone): [string, number] => {
    const history = JSON.stringify(historyOf(zone, from, until));
    const place = histories.get(history) ?? histories.size;
    histories.set(history, place);
    return [zone, place];
  });
  return {
    from,
    until,
    histories: [...histories.keys()].map((history): number[] => JSON.parse(history)),
    zones: Object.fromEntries(zones),
  };
}

/** Minutes east of UTC at first, then each moment of a change and the minutes from there on. */
function historyOf(zone: string, from: number, until: number): number[] {
  const at = (moment: number): number => minutesEastByIntl(moment * 1000, zone);
  const history = [at(from)];
  for (let moment = from; moment < until; moment += STEP) {
    if (at(moment) !== at(moment + STEP)) history.push(changeIn(at, moment, moment + STEP), at(moment + STEP));
  }
  return history;
}

/** The moment between two at which clocks are changed, in whole minutes. */
function changeIn(at: (moment: number) => number, before: number, after: number): number {
  if (after - before <= 60) return after;
  const middle = before + Math.floor((after - before) / 120) * 60;
  return at(middle) === at(before) ? changeIn(at, middle, after) : changeIn(at, before, middle);
}
