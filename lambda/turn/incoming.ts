import { dayOf } from '../coach/calendar';
import type { Day } from '../coach/card';
import type { Context } from '../coach/draft';
import type { Heard } from '../coach/heard';
import type { Me } from '../coach/kept';
import type { Learner } from '../coach/learner';
import type { RunErrand } from '../ports/reminders';
import type { Who } from '../ports/store';

/** One turn as it came in. Without a learner the session begins here, and progress is read. */
export interface Turn {
  readonly who: Who;
  readonly heard: Heard;
  readonly learner?: Learner;
  readonly c: Context;
  /** Asks for the listener's time zone (IANA name); nothing when nobody tells. Asked once, when a session begins and none is kept. */
  readonly zone?: () => Promise<string | undefined>;
  /** Runs errands to the listener's reminders; without it, nobody answers them. */
  readonly run?: RunErrand;
}

/** So many requests an item knows. */
export const SEEN = 16;

/** The moment of a turn in seconds since 1970, as the store counts. */
export const secondsOf = (c: Context): number => Math.floor(c.now / 1000);

/** The listener's own day at a turn: by their time zone once it is known, by the context's guess until then. */
export const todayOf = (c: Context, { zone }: Me): Day => (zone === undefined ? c.today : dayOf(c.now, zone));
