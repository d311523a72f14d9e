import type { HandlerInput } from 'ask-sdk-core';
import { INTENTS, isIntentName } from '../../interaction-model/intents';
import type { Bank } from '../bank/types';
import { questionOf } from '../coach/draft';
import type { Heard } from '../coach/heard';
import { type Learner, tableOf } from '../coach/learner';
import { commandIn } from './commands';
import { consentIn } from './consent';
import type { Envelope } from './envelope';
import { meaningOf, touched } from './hear';
import { namedIn } from './names';

/** What was heard: a launch, the end, an intent, or something that the skill has no name for. */
export function heardIn(input: HandlerInput, { request }: Envelope, bank: Bank, learner: Learner | undefined): Heard {
  switch (request.type) {
    case 'LaunchRequest':
      return { kind: 'launch' };
    case 'SessionEndedRequest':
      return { kind: 'ended' };
    case 'IntentRequest': {
      const field = learner?.play.field;
      const name = request.intent?.name ?? '';
      const slots = namedIn(request.intent?.slots ?? {}, bank, field, takesField(name));
      const heard = meaningOf(name, slots);
      return heard.kind === 'answer'
        ? (commandIn(heard.text, bank, field, () => askedOf(learner, bank)) ?? heard)
        : heard;
    }
    case 'Alexa.Presentation.APL.UserEvent':
      return touched(request.arguments ?? []);
    case 'SessionResumedRequest':
    case 'Connections.Response':
      return consentIn(input.requestEnvelope.request);
    default:
      return { kind: 'unknown' };
  }
}

const takesField = (name: string): boolean => isIntentName(name) && INTENTS[name].some((slot) => slot === 'field');

/** The words of the question on the table, and what was told last; none where there is none. */
function askedOf(learner: Learner | undefined, bank: Bank): string {
  const table = learner && tableOf(learner.stage);
  const field = learner && bank.field(learner.play.field);
  const question = table && field && questionOf(field, table.question);
  return question ? `${question.setup ?? ''} ${question.ask} ${learner?.last?.told ?? ''}` : '';
}
