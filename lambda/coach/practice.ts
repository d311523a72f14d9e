import type { Field } from '../bank/types';
import type { Act } from './acts';
import { asks, at, type Decision, type Draft, played, says, withoutSession } from './draft';
import type { InterviewWish, PracticeWish } from './heard';
import { type InHand, LOBBY } from './learner';
import { next } from './next';
import { planInterview, planPractice } from './plan';
import { settle } from './question';
import type { Session } from './session';

/** Plans a practice session and asks its first question. When the day's share is done, the listener may ask for more. */
export function startPractice(d: Draft, wish: PracticeWish): Decision {
  const { play } = d.learner;
  if (play.deck === undefined) return { kind: 'needs-deck', field: play.field };
  const settled = withoutSession(settle(d));
  const plan = planPractice(planning(settled, play.deck), wish);
  if (plan.questions.length > 0) {
    const about = topicOf(d.field, wish);
    const act: Act = { act: 'plan', count: plan.questions.length, ...(about !== undefined && { about }) };
    return begun(says(settled, act), 'practice', plan.questions);
  }
  return plan.capped
    ? asks(at(says(settled, { act: 'share-done' }), { at: 'enough', wish, stumbles: 0 }), { ask: 'more-today' })
    : asks(at(says(settled, { act: 'nothing-to-plan' }), LOBBY), {
        ask: 'start',
      });
}

/** Plans a mock interview, says how it goes, and asks its first question. */
export function startInterview(d: Draft, wish: InterviewWish): Decision {
  const { play } = d.learner;
  if (play.deck === undefined) return { kind: 'needs-deck', field: play.field };
  const settled = withoutSession(settle(d));
  const plan = planInterview(planning(settled, play.deck), wish);
  return begun(says(settled, { act: 'interview', count: plan.length }), 'interview', plan);
}

function begun(d: Draft, kind: Session['kind'], plan: readonly InHand[]): Decision {
  const session: Session = { kind, plan: plan.map((p) => p.question), position: -1, outcomes: [] };
  return next(played({ ...d, learner: { ...d.learner, session } }, { hand: plan, filter: {} }));
}

const planning = (d: Draft, deck: NonNullable<Draft['learner']['play']['deck']>) => ({
  field: d.field,
  deck,
  today: d.c.today,
  key: d.c.key,
  ...(d.learner.me.setting && { setting: d.learner.me.setting }),
});

const topicOf = (field: Field, wish: PracticeWish): string | undefined =>
  field.topics.find((t) => t.id === wish.filter.topic)?.name;
