import type { Act } from './acts';
import { type Minute, timeOf } from './clock';
import { at, type Decision, type Draft, ends, noted, says } from './draft';
import type { Came } from './errand';
import type { Consent, TimeWish } from './heard';
import { type Stage, type Steady, type StillOpen, steady } from './learner';
import { reask } from './reask';
import { stay } from './stay';

/** What went otherwise than hoped for with an errand. */
type Trouble = Exclude<Came, { came: 'done' }>;

/** Wishes for a daily reminder: asks for whatever of the time is missing, and then whether it shall be. */
export function remind(d: Draft, stage: Stage, wish: TimeWish): Decision {
  const from = steady(stage);
  const minute = timeOf(wish);
  if (minute !== undefined) return propose(d, from, minute);
  if (wish.minute !== undefined) return asksFor(d, from, { is: 'half', minute: wish.minute });
  return asksFor(d, from, { is: 'time', ...(wish.part && { part: wish.part }) });
}

/** Nothing is set before a yes to the time and how often. A reminder that is there already is named first: setting replaces it. */
function propose(d: Draft, from: Steady, minute: Minute): Decision {
  const { came } = d.c;
  if (came === undefined) return { kind: 'needs-errand', errand: { errand: 'find' } };
  if (came.came === 'refused') return asksFor(d, from, { is: 'yes', minute });
  if (came.came !== 'done') return back(d, from, troubleAct(came));
  if (came.was === minute) return back(d, from, { act: 'reminds-already', minute });
  return asksFor(d, from, { is: 'yes', minute, ...(came.was !== undefined && { was: came.was }) });
}

const asksFor = (d: Draft, from: Steady, open: StillOpen): Decision => reask(at(d, { at: 'reminding', from, open }));

/** Sets the reminder that was agreed on. Without the permission, the voice service asks for it; but not twice in a row. */
export function setReminder(d: Draft, from: Steady, minute: Minute, asked: boolean): Decision {
  const { came } = d.c;
  if (came === undefined) return { kind: 'needs-errand', errand: { errand: 'set', minute } };
  if (came.came === 'done') return back(d, from, { act: 'reminder-set', minute });
  if (came.came !== 'refused') return back(d, from, troubleAct(came));
  if (asked) return withoutPermission(d, from, 'failed');
  const waiting = at(d, { at: 'reminding', from, open: { is: 'yes', minute } });
  return { ...ends(says(waiting, { act: 'asks-permission' })), handsOver: { minute } };
}

/** The listener was asked for the permission. Allowed, the reminder is set; otherwise it goes on as before, and a card keeps the way open. */
export function consented(d: Draft, stage: Stage, consent: Consent, told: Minute | undefined): Decision {
  const from = steady(stage);
  if (consent !== 'accepted') return withoutPermission(d, from, consent);
  const minute = told ?? (stage.at === 'reminding' && stage.open.is === 'yes' ? stage.open.minute : undefined);
  return minute === undefined ? remind(d, stage, {}) : setReminder(d, from, minute, true);
}

const withoutPermission = (d: Draft, from: Steady, consent: Exclude<Consent, 'accepted'>): Decision =>
  back(noted(d, { note: 'permission' }), from, { act: 'no-permission', consent });

/** Stops the reminder at once: it is as easily set again. */
export function stopReminding(d: Draft): Decision {
  const { came } = d.c;
  if (came === undefined) return { kind: 'needs-errand', errand: { errand: 'stop' } };
  if (came.came !== 'done') return reask(inVain(d, came));
  return reask(says(d, { act: came.was === undefined ? 'nothing-to-stop' : 'reminder-stopped' }));
}

/** Says when the reminder is. */
export function whenReminded(d: Draft): Decision {
  const { came } = d.c;
  if (came === undefined) return { kind: 'needs-errand', errand: { errand: 'find' } };
  if (came.came !== 'done') return reask(inVain(d, came));
  return reask(says(d, came.was === undefined ? { act: 'reminds-never' } : { act: 'reminds-at', minute: came.was }));
}

/** Where the permission is missing, a card shows where it can be given. */
const inVain = (d: Draft, came: Trouble): Draft =>
  came.came === 'refused' ? says(noted(d, { note: 'permission' }), { act: 'may-not-look' }) : says(d, troubleAct(came));

function troubleAct(came: Exclude<Trouble, { came: 'refused' }>): Act {
  return came.came === 'unsupported' ? { act: 'no-reminders-here' } : { act: 'reminders-away', sent: came.sent };
}

/** Back to what was on the table. */
const back = (d: Draft, from: Steady, act: Act): Decision => stay(says(at(d, from), act), from);
