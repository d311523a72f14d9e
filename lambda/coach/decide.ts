import type { Bank, Field } from '../bank/types';
import { asking } from './asking';
import { checking } from './check';
import { collecting } from './collecting';
import { debriefing } from './debriefing';
import { type Context, type Decision, type Draft, draftOf, questionOf, type Step, says } from './draft';
import { enough } from './enough';
import { erasing } from './erasing';
import type { Heard } from './heard';
import { launch } from './launch';
import { type Learner, LOBBY, tableOf } from './learner';
import { confirming } from './leave';
import { lobby } from './lobby';
import { reask } from './reask';
import { reminding } from './reminding';
import { reviewing } from './reviewing';

/**
 * What happens next: pure and total. The same learner, the same words and the same context always give the same decision. Answers
 * `needs-deck` when the next question cannot be chosen without reading the deck, and `needs-errand` when the reminders have to be asked;
 * decide again with it, or with what came of it.
 */
export function decide(learner: Learner, heard: Heard, c: Context): Decision {
  const field = fieldOf(c.bank, learner.play.field);
  const start = draftOf(onKnownGround(learner, field), field, c);
  let step: Step = heard.kind === 'launch' ? launch(start) : inStage(start, heard);
  while (step.kind === 'then') step = inStage(step.d, step.heard);
  return step;
}

function inStage(d: Draft, heard: Heard): Step {
  const { stage } = d.learner;
  const table = tableOf(stage);
  const question = table && questionOf(d.field, table.question);
  if (stage.at === 'lobby') return lobby(d, stage, heard);
  if (stage.at === 'enough') return enough(d, stage, heard);
  if (stage.at === 'debriefing') return debriefing(d, stage, heard);
  if (stage.at === 'erasing') return erasing(d, stage, heard);
  if (stage.at === 'reminding') return reminding(d, stage, heard);
  if (inInterview(d) && LATER.has(heard.kind)) return reask(says(d, { act: 'later' }));
  if (question === undefined) return lobby(d, LOBBY, heard);
  switch (stage.at) {
    case 'asking':
      return asking(d, stage, question, heard);
    case 'collecting':
      return collecting(d, stage, question, heard);
    case 'reviewing':
      return reviewing(d, stage, question, heard);
    case 'checking':
      return checking(d, stage, question, heard);
    case 'confirming':
      return confirming(d, stage, heard);
  }
}

/** An interviewer tells nothing before the end. */
const LATER: ReadonlySet<Heard['kind']> = new Set([
  'hint',
  'why',
  'sample',
  'long-sample',
  'key-points',
  'did-say',
  'follow-up',
  'self-check',
  'rehearse',
  'try-again',
  'debrief',
]);

const inInterview = ({ learner: { session, stage } }: Draft): boolean =>
  session?.kind === 'interview' && (stage.at === 'asking' || stage.at === 'collecting');

/** The field, or the bank's first when it is gone from the bank. An empty bank has nothing to practise. */
function fieldOf(bank: Bank, id: string): Field {
  const field = bank.field(id) ?? bank.field(bank.fields().first[0]?.id ?? '');
  if (field === undefined) throw new Error('The bank holds no field; run "npm run build".');
  return field;
}

/** A stage whose question is gone from the bank becomes the lobby. */
function onKnownGround(learner: Learner, field: Field): Learner {
  const table = tableOf(learner.stage);
  return table && questionOf(field, table.question) === undefined ? { ...learner, stage: LOBBY } : learner;
}
