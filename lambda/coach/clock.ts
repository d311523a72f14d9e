import type { DayPart, TimeWish } from './heard';

/** Minutes since midnight by the listener's own clock, 0–1439. */
export type Minute = number;

const HALF_A_DAY = 720;

/** True for a time from one to eleven: without a hint it may be meant in either half of the day. */
const mayBeEither = (minute: Minute): boolean => minute >= 60 && minute < HALF_A_DAY;

/** The time that is wished for. Nothing while the hour is missing, or the half of the day that it lies in. */
export function timeOf({ minute, part }: TimeWish): Minute | undefined {
  if (minute === undefined) return undefined;
  if (part !== undefined) return placed(minute, part);
  return mayBeEither(minute) ? undefined : minute;
}

/** A time in its part of the day. What the clock says for certain stands: there is no nineteen o'clock in the morning. */
function placed(minute: Minute, part: DayPart): Minute {
  if (minute >= HALF_A_DAY + 60 || minute < 60) return minute;
  const early = minute % HALF_A_DAY;
  switch (part) {
    case 'morning':
      return early;
    case 'night':
      return early < 360 ? early : early + HALF_A_DAY;
    case 'afternoon':
    case 'evening':
      return early + HALF_A_DAY;
  }
}

/** A time as the clock's face shows it, from one o'clock on. */
export const onFace = (minute: Minute): Minute => ((minute - 60 + HALF_A_DAY) % HALF_A_DAY) + 60;

/** The same time on the clock's face in the other half of the day. */
export const halfADayOn = (minute: Minute): Minute => (minute + HALF_A_DAY) % (2 * HALF_A_DAY);

/** What part of the day a time lies in, as people call it. */
export function partOf(minute: Minute): DayPart {
  if (minute < HALF_A_DAY) return 'morning';
  return minute < 18 * 60 ? 'afternoon' : 'evening';
}
