import type { Question } from '../bank/types';
import type { Correction, Note } from './acts';
import { asks, at, type Decision, type Draft, noted, questionOf, says, withoutSession } from './draft';
import { topicName } from './question';
import { correctionOf, countOf, coverage, standing } from './rate';
import { feedbackOf, missingOf, sayOf } from './review';
import type { Outcome, Session } from './session';

/** Below this share of its points, a question is never called the strongest. */
const STRONG = 0.5;
const TO_WORK_ON = 2;

interface Answered extends Outcome {
  readonly asked: Question;
}

/** The questions of a session that were answered and that the bank still has, in the order in which they were asked. */
const answeredIn = (d: Draft, session: Session): readonly Answered[] =>
  session.plan.flatMap((number) => {
    const outcome = session.outcomes.find((o) => o.question === number);
    const asked = questionOf(d.field, number);
    return outcome && asked ? [{ ...outcome, asked }] : [];
  });

/** The end of a session: what was strongest, two points to work on, honest numbers, and what comes back. The card holds all of it. */
export function debrief(d: Draft, session: Session): Decision {
  const answered = answeredIn(d, session);
  const counts = answered.map((a) => countOf(a.asked, a.said));
  const said = counts.reduce((sum, c) => sum + c.said, 0);
  const of = counts.reduce((sum, c) => sum + c.of, 0);
  const strongest = strongestOf(d, answered);
  const { next } = d.learner.tally;
  const told = says(d, {
    act: 'debrief',
    answered: answered.length,
    said,
    of,
    work: toWorkOn(answered),
    ...(strongest !== undefined && { strongest }),
    ...(next !== undefined && answered.length > 0 && { next }),
  });
  const yes = session.kind === 'interview' && answered.length > 0 ? 'walk' : 'links';
  const stage = { at: 'debriefing', session, walked: -1, yes, stumbles: 0 } as const;
  const done = at(noted(withoutSession(told), summary(answered, said, of)), stage);
  return asks(done, { ask: yes === 'walk' ? 'walk-through' : 'send-links' });
}

function strongestOf(d: Draft, answered: readonly Answered[]): string | undefined {
  const [best] = answered
    .map((a) => ({ topic: topicName(d, a.asked), share: coverage(a.asked, a.said) }))
    .sort((a, b) => b.share - a.share);
  return best && best.share >= STRONG ? best.topic : undefined;
}

/** The most valuable points that were not heard, from the weakest answers. */
function toWorkOn(answered: readonly Answered[]): readonly string[] {
  return [...answered]
    .sort((a, b) => coverage(a.asked, a.said) - coverage(b.asked, b.said))
    .filter((a) => coverage(a.asked, a.said) < 1)
    .flatMap((a) =>
      missingOf(a.asked, a.said)
        .slice(0, 1)
        .map((i) => sayOf(a.asked, i)),
    )
    .slice(0, TO_WORK_ON);
}

const summary = (answered: readonly Answered[], said: number, of: number): Note => ({
  note: 'debrief',
  said,
  of,
  questions: answered.map((a) => ({
    question: a.asked.ask,
    said: a.asked.keyPoints.flatMap((p, i) => ((a.said & (1 << i)) !== 0 ? [p.say] : [])),
    missing: missingOf(a.asked, a.said).map((i) => sayOf(a.asked, i)),
  })),
});

/** One answer of the session after another: what was covered, and what was not heard. */
export function walk(d: Draft, session: Session, index: number): Decision {
  const answered = answeredIn(d, session);
  const outcome = answered[index];
  const last = index + 1 >= answered.length;
  const stage = { at: 'debriefing', session, walked: index, yes: last ? 'links' : 'walk', stumbles: 0 } as const;
  if (outcome === undefined) return asks(at(d, stage), { ask: 'send-links' });
  const now = {
    ...standing(outcome.asked, [], outcome.said, outcome.flagged),
    corrections: flagsOf(outcome),
    empty: false,
  };
  const told = says(d, {
    act: 'walk',
    number: index + 1,
    topic: topicName(d, outcome.asked),
    feedback: feedbackOf(outcome.asked, now),
  });
  return asks(at(told, stage), { ask: last ? 'send-links' : 'walk-on' });
}

/** What to say of a red flag. Which of several it was is not kept. */
const flagsOf = ({ flagged, asked }: Answered): readonly Correction[] =>
  flagged && asked.redFlags.length === 1 ? asked.redFlags.map(correctionOf) : [];

/** The question that the debrief is at, for a sample answer or its link. */
export const walkedQuestion = (d: Draft, session: Session, walked: number): Question | undefined =>
  answeredIn(d, session)[walked]?.asked;
