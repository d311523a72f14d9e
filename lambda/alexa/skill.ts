import { DefaultApiClient, type ErrorHandler, type RequestHandler, SkillBuilders } from 'ask-sdk-core';
import type { ResponseEnvelope } from 'ask-sdk-model';
import type { Bank, Pronunciation } from '../bank/types';
import { dayOf } from '../coach/calendar';
import type { Context } from '../coach/draft';
import { withFetched } from '../ports/elsewhere';
import { type OnCall, type ProgressStore, StoreUnavailableError } from '../ports/store';
import { TROUBLE } from '../speech/en';
import { pronouncing } from '../speech/lexicon';
import { ssml } from '../speech/speak';
import { todayOf } from '../turn/incoming';
import { type Ports, takeTurn } from '../turn/turn';
import { answer, silent } from './answer';
import { type Envelope, envelopeOf } from './envelope';
import { errandsOf, servicesLimit } from './errands';
import { shortHash } from './hash';
import { heardIn } from './heard-in';
import type { Log } from './log';
import { metered } from './meter';
import { logEvent, logTurn, startWatch } from './observe';
import { carriedIn } from './session';
import { timeZoneOf } from './settings';
import { showing } from './show';
import { usualZone } from './zone';

export interface SkillOptions {
  /** The store for one turn, which tells of its calls. */
  readonly store: (onCall: OnCall) => ProgressStore;
  readonly bank: Bank;
  readonly log: Log;
  /** Only requests for this skill are served; without it, any. */
  readonly skillId?: string;
  /** Address of the folder with the quiet recordings; without it, breaks do. */
  readonly quiet?: string;
  /** Address of the folder with pictures for cards; without it, cards are text alone. */
  readonly images?: string;
  /** How abbreviations are said; without it, as the voice likes. */
  readonly lexicon?: readonly Pronunciation[];
}

/**
 * The skill: an envelope in, a response out. Whatever goes wrong, the listener hears a way on. It rejects for a skill event alone, whose
 * sender then sends it again.
 */
export function skillOf(options: SkillOptions): (event: unknown) => Promise<ResponseEnvelope> {
  const { log, skillId } = options;
  const builder = SkillBuilders.custom()
    .withApiClient(new DefaultApiClient())
    .addRequestHandlers(turns(options))
    .addErrorHandlers(trouble(log));
  const skill = (skillId === undefined ? builder : builder.withSkillId(skillId)).create();
  return async (event) => {
    if (envelopeOf(event) === undefined) return refused(log, 'malformed request', TROUBLE.closed);
    try {
      // The envelope has the parts that the SDK reads: it was parsed just above.
      return await skill.invoke(event as Parameters<typeof skill.invoke>[0]);
    } catch (error) {
      if (isEvent(envelopeOf(event)) && error instanceof StoreUnavailableError) throw error;
      return refused(log, `request refused: ${nameOf(error)}`, '');
    }
  };
}

/** True for an event of the skill's life, which belongs to no session. */
const isEvent = (envelope: Envelope | undefined): boolean =>
  envelope?.request.type.startsWith('AlexaSkillEvent.') === true;

/** One handler for everything: what was heard goes the way of a turn. */
const turns = ({ store, bank, log, quiet, images, lexicon = [] }: SkillOptions): RequestHandler => {
  const pronounce = pronouncing(lexicon);
  return {
    canHandle: () => true,
    async handle(input) {
      const watch = startWatch();
      const ports: Ports = { bank, store: () => metered(watch.meter, store) };
      const envelope = envelopeOf(input.requestEnvelope);
      if (envelope === undefined) return silent(input);
      const { request } = envelope;
      const carried = carriedIn(envelope.session?.attributes);
      // The SDK gives back what came in. What is not ours does not go out again.
      if (envelope.session && !carried) input.attributesManager.setSessionAttributes({});
      if (isEvent(envelope)) {
        await noteEvent(envelope, ports);
        logEvent(log, request, watch);
        return silent(input);
      }
      const speaking = envelope.context.System.person?.personId;
      const person = carried ? carried.person : speaking;
      const c = contextOf(envelope, ports, ownerOf(person, speaking));
      const heard = await withFetched(() => heardIn(input, envelope, bank, carried?.learner));
      const who = { household: envelope.context.System.user.userId, ...(person !== undefined && { person }) };
      const limit = servicesLimit();
      const zone = () => timeZoneOf(input.serviceClientFactory, envelope.context.System.device?.deviceId, limit);
      const run = errandsOf(input, envelope, limit);
      const turn = { who, heard, c, zone, run, ...(carried && { learner: carried.learner }) };
      const reply = await watch.decides(() => takeTurn(turn, ports));
      const today = todayOf(c, reply.learner.me);
      const asked = carried?.learner.last?.asked;
      const voice = {
        key: c.key,
        today,
        locale: request.locale,
        pronounce,
        ...(quiet !== undefined && { quiet }),
        ...(asked !== undefined && { asked }),
      };
      const screen = await withFetched(() => showing(envelope, reply, bank));
      const response = heard.kind === 'ended' ? silent(input) : answer(input, reply, voice, person, { screen, images });
      logTurn(log, request, heard, reply, watch);
      return response;
    },
  };
};

/** Time and chance of a turn, all from its envelope: the same request decides the same twice. */
function contextOf({ request, session }: Envelope, { bank }: Ports, whose: Context['whose']): Context {
  return {
    now: request.timestamp,
    today: dayOf(request.timestamp, usualZone(request.locale)),
    key: shortHash(request.requestId),
    session: shortHash(session?.sessionId ?? request.requestId),
    bank,
    whose,
  };
}

/** Whose progress it is. A voice that is not recognized for once may well be the same person's. */
const ownerOf = (person: string | undefined, speaking: string | undefined): Context['whose'] => {
  if (person === undefined) return 'household';
  return speaking === undefined || speaking === person ? 'person' : 'somebody-else';
};

/** A disabled skill takes everything that it kept along, unless Alexa says that the account lives on. */
async function noteEvent({ request, context }: Envelope, { store }: Ports): Promise<void> {
  const gone = request.body?.userInformationPersistenceStatus === 'NOT_PERSISTED';
  if (request.type === 'AlexaSkillEvent.SkillDisabled' && gone)
    await store().forgetHousehold(context.System.user.userId);
}

/** Requests of somebody who waits for words. */
const SPEAKS: ReadonlySet<string> = new Set([
  'LaunchRequest',
  'IntentRequest',
  'SessionResumedRequest',
  'Connections.Response',
]);

/** Whatever went wrong, the question stays on the table, and the listener is asked to say it again. */
const trouble = (log: Log): ErrorHandler => ({
  canHandle: () => true,
  handle(input, error) {
    log('error', 'turn failed', { error: nameOf(error), at: placeOf(error) }, { Turns: 1, Failures: 1 });
    const envelope = envelopeOf(input.requestEnvelope);
    if (isEvent(envelope)) throw error;
    const attributes = envelope?.session?.attributes;
    const speaks = envelope !== undefined && SPEAKS.has(envelope.request.type);
    if (!speaks) return silent(input);
    if (carriedIn(attributes) === undefined) {
      return input.responseBuilder.speak(ssml(TROUBLE.closed, 'medium')).withShouldEndSession(true).getResponse();
    }
    return input.responseBuilder
      .speak(ssml(TROUBLE.open, 'medium'))
      .reprompt(ssml(TROUBLE.reprompt, 'medium'))
      .withShouldEndSession(false)
      .getResponse();
  },
});

/** A response without the SDK, for what it would not take. */
function refused(log: Log, message: string, speech: string): ResponseEnvelope {
  log('warn', message);
  return {
    version: '1.0',
    response: {
      ...(speech !== '' && { outputSpeech: { type: 'SSML', ssml: ssml(speech, 'medium') } }),
      shouldEndSession: true,
    },
  };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** Where it happened, without the message, which may hold what somebody said. */
const placeOf = (error: unknown): string =>
  error instanceof Error ? (error.stack?.split('\n').find((line) => line.trim().startsWith('at ')) ?? '').trim() : '';
