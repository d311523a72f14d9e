import { dueOn, HAND_SIZE, inMix } from './choose';
import { debrief } from './debrief';
import { asks, at, type Decision, type Draft, played, preferring, questionOf, says, withoutSession } from './draft';
import { handOf, settle, topicName } from './question';
import { countOf, rateOpen } from './rate';
import { choicesFrom, missingOf, named, offer } from './review';
import type { Session } from './session';
import { countKeptDay } from './streak';

/** From this launch on, greetings are short. */
const KNOWS_THE_WAY = 3;
/** An open question is offered for a day; then it is put away. */
const OFFERED_FOR_MS = 86_400_000;

/** Opens the skill: greets, rates what an earlier session had begun, offers the question it left open, or says what is due. */
export function launch(begun: Draft): Decision {
  const d = countKeptDay(begun);
  const { open } = d.learner.play;
  if (open?.session) return launchInSession(d, open.session);
  const nth = d.learner.me.launches + 1;
  if (open === undefined) return greet(countLaunch(d), nth);
  if (d.c.now - open.at * 1000 > OFFERED_FOR_MS) return greet(settle(d), nth);
  return open.begun ? goOnReviewing(d, open, nth) : offerToGoOn(countLaunch(d), open.question, nth);
}

/** Not where the field changes: a turn is one write. */
const countLaunch = (d: Draft): Draft =>
  d.learner.me.launches < KNOWS_THE_WAY ? preferring(d, { launches: d.learner.me.launches + 1 }) : d;

function greet(d: Draft, nth: number): Decision {
  const ready = inLobby(withHand(d), 'question');
  if (nth === 1) return asks(says(ready, { act: 'welcome', plural: d.field.plural }), { ask: 'question-or-practice' });
  const due = dueOn(inMix(d.field, d.learner.me.setting), d.learner.play.deck ?? [], d.c.today);
  return asks(says(ready, { act: 'welcome-back', brief: nth >= KNOWS_THE_WAY, due }), { ask: 'start' });
}

function offerToGoOn(d: Draft, number: number, nth: number): Decision {
  const question = questionOf(d.field, number);
  if (question === undefined) return greet(settle(d), nth);
  const told = says(inLobby(withHand(d), 'resume'), { act: 'was-asked', topic: topicName(d, question) });
  return asks(told, { ask: 'go-on' });
}

/** An answer had begun when the session was lost: what was heard of it is rated now. */
function goOnReviewing(d: Draft, open: NonNullable<Draft['learner']['play']['open']>, nth: number): Decision {
  const question = questionOf(d.field, open.question);
  if (question === undefined) return greet(settle(d), nth);
  const done = rateOpen(d, open);
  const result = named(done.result, missingOf(question, open.heard)[0]);
  const review = { at: 'reviewing', table: done.table, pieces: [], result, yes: 'try-again', stumbles: 0 } as const;
  const told = says(withHand(done.d), {
    act: 'was-answering',
    topic: topicName(d, question),
    ...countOf(question, open.heard),
  });
  return offer(told, review, choicesFrom('try-again'));
}

/** A session was lost on the way: what had begun is rated, and the rest is offered, within a day. */
function launchInSession(before: Draft, session: Session): Decision {
  const { open, ...play } = before.learner.play;
  const d: Draft = { ...before, learner: { ...before.learner, session } };
  const nth = before.learner.me.launches + 1;
  if (open === undefined) return greet(countLaunch(before), nth);
  if (d.c.now - open.at * 1000 > OFFERED_FOR_MS) return greet(withoutSession(settle(d)), nth);
  const cards = new Map((play.deck ?? []).map((card) => [card.question, card]));
  const hand = session.plan.slice(session.position).map((question) => {
    const card = cards.get(question);
    return { question, ...(card && { card }) };
  });
  const ready = played(d, { hand });
  const rated = open.begun ? rateOpen(ready, open).d : countLaunch(ready);
  const asked = open.begun || open.waiting ? 2 : 1;
  const count = session.plan.length;
  if (session.position + asked > count) return debrief(rated, rated.learner.session ?? session);
  const told = says(inLobby(rated, 'resume'), {
    act: 'was-in-session',
    number: session.position + asked,
    count,
    interview: session.kind === 'interview',
  });
  return asks(told, { ask: 'go-on' });
}

const inLobby = (d: Draft, yes: 'question' | 'resume'): Draft => at(d, { at: 'lobby', yes, stumbles: 0 });

/** Takes the next few questions along, so that the turns to come need not read. A long trail of loose cards is packed first. */
function withHand(d: Draft): Draft {
  const { play } = d.learner;
  return play.deck === undefined || play.untidy ? d : played(d, { hand: handOf(d, play.filter).slice(0, HAND_SIZE) });
}
