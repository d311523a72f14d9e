import type { Card, Day } from './card';
import type { Draft } from './draft';
import type { Me, Streak } from './kept';

/** Where the listener's time zone is a guess, two of their days may look like three: such a gap is counted for them. */
const gapOf = ({ zone }: Me): number => (zone === undefined ? 2 : 1);

/** The streak after practice on a day. Days never go back. */
export function practisedOn(me: Me, day: Day): Streak {
  const { streak } = me;
  if (streak === undefined) return { day, length: 1 };
  if (day <= streak.day) return streak;
  return { day, length: day - streak.day <= gapOf(me) ? streak.length + 1 : 1 };
}

/** How many days in a row it has been by today; 0 when that is over, which nobody needs to be told. */
export const streakNow = (me: Me, today: Day): number =>
  me.streak !== undefined && today - me.streak.day <= gapOf(me) ? me.streak.length : 0;

/** Counts a day of practice, at most once. It is written where a session begins or ends. */
export function countDay(d: Draft, day: Day): Draft {
  const { me } = d.learner;
  const streak = practisedOn(me, day);
  return streak === me.streak ? d : { ...d, learner: { ...d.learner, me: { ...me, streak }, unkept: true } };
}

/** Counts the last day of practice that the cards know of: the session that it was in may have been lost before it was written. */
export function countKeptDay(d: Draft): Draft {
  const days = (d.learner.play.deck ?? []).filter(isRated).map((card) => card.last);
  return days.length === 0 ? d : countDay(d, Math.max(...days));
}

const isRated = (card: Card): boolean => card.attempts > 0;
