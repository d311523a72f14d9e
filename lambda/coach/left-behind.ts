import { HAND_SIZE } from './choose';
import { debrief } from './debrief';
import { asks, at, type Decision, type Draft, played, questionOf, says } from './draft';
import { handOf, topicName } from './question';
import { countOf, rateOpen } from './rate';
import { choicesFrom, missingOf, named, offer } from './review';
import type { Session } from './session';

/** An open question is offered for a day; then it is put away. */
const OFFERED_FOR_MS = 86_400_000;

type Open = NonNullable<Draft['learner']['play']['open']>;

export interface Way {
  /** True where the listener has only just come in. */
  readonly greets: boolean;
  /** What else a turn may keep that writes nothing to the field. */
  readonly quietly: (d: Draft) => Draft;
}

/**
 * Offers what was left open in the field, a session or a single question, and rates the answer to it if one had begun. Nothing where there
 * is none, or only an old one.
 */
export function offerLeft(d: Draft, way: Way): Decision | undefined {
  const { open } = d.learner.play;
  if (open === undefined || d.c.now - open.at * 1000 > OFFERED_FOR_MS) return undefined;
  if (open.session) return offerSession(d, open, open.session, way);
  return open.begun ? goOnReviewing(d, open, way) : offerQuestion(d, open.question, way);
}

function offerQuestion(d: Draft, number: number, { greets, quietly }: Way): Decision | undefined {
  const question = questionOf(d.field, number);
  if (question === undefined) return undefined;
  const told = says(toResume(withHand(quietly(d))), { act: 'was-asked', topic: topicName(d, question), greets });
  return asks(told, { ask: 'go-on' });
}

/** An answer had begun: what was heard of it is rated now. */
function goOnReviewing(d: Draft, open: Open, { greets }: Way): Decision | undefined {
  const question = questionOf(d.field, open.question);
  if (question === undefined) return undefined;
  const done = rateOpen(d, open);
  const result = named(done.result, missingOf(question, open.heard)[0]);
  const review = { at: 'reviewing', table: done.table, pieces: [], result, yes: 'try-again', stumbles: 0 } as const;
  const told = says(withHand(done.d), {
    act: 'was-answering',
    topic: topicName(d, question),
    greets,
    ...countOf(question, open.heard),
  });
  return offer(told, review, choicesFrom('try-again'));
}

/**
 * The rest of a session. What had begun is rated: at once where the listener comes in, else with the next question, since a turn that keeps
 * the new field is to write nothing more.
 */
function offerSession(before: Draft, open: Open, session: Session, { greets, quietly }: Way): Decision {
  const d: Draft = { ...before, learner: { ...before.learner, session } };
  const number = session.position + (open.begun || open.waiting ? 2 : 1);
  const count = session.plan.length;
  const ready = played(d, { hand: restOf(d, session) });
  const now = open.begun && (greets || number > count);
  const rated = now ? rateOpen(ready, open).d : quietly(ready);
  if (number > count) return debrief(rated, rated.learner.session ?? session);
  const interview = session.kind === 'interview';
  return asks(says(toResume(rated), { act: 'was-in-session', number, count, interview, greets }), { ask: 'go-on' });
}

/** The questions of a session from the one that was asked last, with their cards. */
function restOf({ learner: { play } }: Draft, session: Session) {
  const cards = new Map((play.deck ?? []).map((card) => [card.question, card]));
  return session.plan.slice(Math.max(session.position, 0)).map((question) => {
    const card = cards.get(question);
    return { question, ...(card && { card }) };
  });
}

const toResume = (d: Draft): Draft => at(d, { at: 'lobby', yes: 'resume', stumbles: 0 });

/** Takes the next few questions along, so that the turns to come need not read. A long trail of loose cards is packed first. */
export function withHand(d: Draft): Draft {
  const { play } = d.learner;
  return play.deck === undefined || play.untidy ? d : played(d, { hand: handOf(d, play.filter).slice(0, HAND_SIZE) });
}
