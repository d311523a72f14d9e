import type { HandlerInput } from 'ask-sdk-core';
import type { interfaces, Response } from 'ask-sdk-model';
import { type AppCard, cardOf } from '../cards/card';
import type { Reply } from '../coach/draft';
import type { Last } from '../coach/learner';
import type { Voice } from '../speech/en';
import { afterQuiet } from '../speech/quiet';
import { readable, speak, ssml, worthRepeating } from '../speech/speak';
import { asksForReminders, REMINDERS } from './consent';
import { ANSWER } from './elicit';
import { attributesOf } from './session';

/** Stages in which the next words are an answer, and are asked for as one. */
const LISTENS_FOR_ANSWER: ReadonlySet<string> = new Set(['asking', 'collecting']);

/** What there is to see beside the words. */
export interface Shows {
  readonly screen?: interfaces.alexa.presentation.apl.RenderDocumentDirective | undefined;
  /** Address of the folder with pictures for cards; without it, cards are text alone. */
  readonly images?: string | undefined;
}

/**
 * The response for a reply: words, card, screen, what is listened for, and the session that carries the learner on. The microphone is open if and
 * only if the reply asks something; `shouldEndSession` is always set, but where Alexa's own dialog takes over: it keeps the session.
 */
export function answer(
  input: HandlerInput,
  reply: Reply,
  voice: Voice,
  person: string | undefined,
  { screen, images }: Shows = {},
): Response {
  const { responseBuilder: response, attributesManager } = input;
  const { learner } = reply;
  const spoken = speak(reply.say, reply.ask, voice);
  response.speak(ssml(spoken.speech, learner.me.rate, voice));
  if (reply.note?.note === 'permission') response.withAskForPermissionsConsentCard([REMINDERS]);
  else if (reply.note) withCard(response, cardOf(reply.note, images));
  if (reply.handsOver) {
    attributesManager.setSessionAttributes(attributesOf(learner, person));
    return response.addDirective(asksForReminders(reply.handsOver.minute)).getResponse();
  }
  if (screen) response.addDirective(screen);
  if (spoken.reprompt === undefined) return response.withShouldEndSession(true).getResponse();
  const last = lastOf(reply, { asked: spoken.asked, reprompt: spoken.reprompt }, voice);
  attributesManager.setSessionAttributes(attributesOf({ ...learner, last }, person));
  response.reprompt(ssml(spoken.reprompt, learner.me.rate, voice)).withShouldEndSession(false);
  if (LISTENS_FOR_ANSWER.has(learner.stage.at)) response.addElicitSlotDirective(ANSWER.slot, ANSWER.cleared);
  return response.getResponse();
}

/** What "repeat" says from now on: this reply. Was only the talk itself talked about, what was told before stays. */
function lastOf({ say, learner }: Reply, { asked, reprompt }: Pick<Last, 'asked' | 'reprompt'>, voice: Voice): Last {
  const worth = worthRepeating(say);
  const passing = worth.length === 0 && say.length > 0;
  const told = passing ? learner.last?.told : readable(afterQuiet(speak(worth, undefined, voice).told));
  return { told: told ?? '', asked: readable(asked), reprompt: readable(reprompt) };
}

/** A card with a picture is of another kind than one of text alone. */
function withCard(response: HandlerInput['responseBuilder'], { title, text, image }: AppCard): void {
  if (image) response.withStandardCard(title, text, image.small, image.large);
  else response.withSimpleCard(title, text);
}

/** The response to what needs none: the session is over, or an event was taken note of. */
export const silent = (input: HandlerInput): Response => input.responseBuilder.withShouldEndSession(true).getResponse();
