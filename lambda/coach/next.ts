import { debrief } from './debrief';
import { type Decision, type Draft, played, says } from './draft';
import { askNext, putOnTable } from './question';
import { comingUp, type Session } from './session';

/** What comes next: the session's next question or its debrief, else any question that fits. */
export function next(d: Draft): Decision {
  const { session, play } = d.learner;
  return session ? nextInSession(d, session) : askNext(d, play.filter);
}

function nextInSession(d: Draft, session: Session): Decision {
  const { play } = d.learner;
  const question = comingUp(session);
  if (question === undefined) return debrief(d, session);
  const inHand = play.hand.find((h) => h.question === question);
  if (inHand === undefined && play.deck === undefined) return { kind: 'needs-deck', field: play.field };
  const card = play.deck?.find((c) => c.question === question);
  const moved = played(
    { ...d, learner: { ...d.learner, session: { ...session, position: session.position + 1 } } },
    { hand: play.hand.filter((h) => h !== inHand) },
  );
  return putOnTable(placed(moved, session), inHand ?? { question, ...(card && { card }) });
}

/** Says where one is, sparingly: in the middle of a long session, and at its last question. */
function placed(d: Draft, { plan, position }: Session): Draft {
  const [number, count] = [position + 2, plan.length];
  const worthSaying = count > 2 && (number === count || (number === 3 && count > 3));
  const told = d.say.some(({ act }) => act === 'place');
  return worthSaying && !told ? says(d, { act: 'place', number, count }) : d;
}
