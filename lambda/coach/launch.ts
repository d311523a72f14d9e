import { dueOn, inMix } from './choose';
import { asks, at, type Decision, type Draft, preferring, says, withoutSession } from './draft';
import { LOBBY } from './learner';
import { offerLeft, withHand } from './left-behind';
import { settle } from './question';
import { countKeptDay } from './streak';

/** From this launch on, greetings are short. */
const KNOWS_THE_WAY = 3;

/** Opens the skill: offers what an earlier session left open, else greets and says what is due. */
export function launch(begun: Draft): Decision {
  const d = countKeptDay(begun);
  const left = offerLeft(d, { greets: true, quietly: countLaunch });
  if (left !== undefined) return left;
  const { open } = d.learner.play;
  return greet(open === undefined ? countLaunch(d) : putAway(d, open.session), d.learner.me.launches + 1);
}

/** What is too old to go on with, or gone from the bank. */
const putAway = (d: Draft, session: Draft['learner']['session']): Draft =>
  withoutSession(settle(session ? { ...d, learner: { ...d.learner, session } } : d));

/** Not where the field changes: a turn is one write. */
const countLaunch = (d: Draft): Draft =>
  d.learner.me.launches < KNOWS_THE_WAY ? preferring(d, { launches: d.learner.me.launches + 1 }) : d;

function greet(d: Draft, nth: number): Decision {
  const ready = at(withHand(d), LOBBY);
  if (nth === 1) return asks(says(ready, { act: 'welcome', plural: d.field.plural }), { ask: 'question-or-practice' });
  const due = dueOn(inMix(d.field, d.learner.me.setting), d.learner.play.deck ?? [], d.c.today);
  return asks(says(ready, { act: 'welcome-back', brief: nth >= KNOWS_THE_WAY, due }), { ask: 'start' });
}
