import type { Clock } from './clock';
import { handsOver } from './consent';
import type { Database } from './database';
import {
  eventEnvelope,
  type Happened,
  type Sent,
  type SessionRequest,
  type SkillEvent,
  type Surroundings,
  sessionEnvelope,
  timestampOf,
} from './envelope';
import { type Device, elicitedBy, type Household, type Session } from './household';
import type { Ids } from './ids';
import { parseReply, type Reply } from './response';
import { broken } from './rules';
import type { Skill } from './skill';
import { messageOf } from './told';
import { quietTurn, type Turn } from './turn';
import type { Model } from './understanding/model';
import type { Understood } from './understanding/understand';

/** All that a speaker is made of. */
export interface Parts {
  readonly skill: Skill;
  readonly model: Model;
  readonly locale: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly home: Household;
  readonly database: Pick<Database, 'takeCalls'>;
  readonly around: Surroundings;
}

/** What every request carries. */
export interface Stamp {
  readonly requestId: string;
  readonly timestamp: string;
  readonly locale: string;
}

const APOLOGY = "<speak>There was a problem with the requested skill's response.</speak>";

export const stampOf = ({ ids, clock, locale }: Parts): Stamp => ({
  requestId: ids.request(),
  timestamp: timestampOf(clock.now()),
  locale,
});

export const newSession = ({ ids }: Parts): Session => ({
  id: ids.session(),
  attributes: {},
  microphone: false,
  reprompt: undefined,
  elicited: undefined,
});

/** Sends a request of a device's session and lets the reply decide what becomes of it. */
export async function exchange(
  parts: Parts,
  device: Device,
  utterance: string,
  request: SessionRequest,
  understood?: Understood,
): Promise<readonly Turn[]> {
  const isNew = device.session === undefined;
  // What a session has shown goes away with it.
  if (isNew) device.token = undefined;
  const session = device.session ?? newSession(parts);
  const envelope = sessionEnvelope(request, session, isNew, parts.home, device, parts.around);
  const { answer, failure, calls } = await call(parts, envelope);
  const turn = { ...quietTurn(utterance), understood, calls, request: envelope, response: answer };
  const read = failure === undefined ? replyOf(answer) : failure;
  if (typeof read === 'string') {
    const failed = { ...turn, ssml: APOLOGY, warnings: [`The skill failed: ${read}`] };
    return [failed, await endSession(parts, device, { ...session }, '(end)', problem(failure !== undefined, read))];
  }
  device.session = after(read, session, device, understood?.intent);
  device.token = read.directives.findLast((directive) => directive.token !== undefined)?.token ?? device.token;
  return [
    {
      ...turn,
      ssml: read.ssml ?? '',
      reprompt: read.reprompt,
      card: read.card,
      directives: read.directives.map((directive) => directive.type),
      open: device.session?.microphone ?? false,
      warnings: broken(read, JSON.stringify(answer), parts.model, understood?.intent),
    },
  ];
}

/** How a session ended, in Alexa's words. */
export type Ending =
  | { readonly reason: 'USER_INITIATED' | 'EXCEEDED_MAX_REPROMPTS' }
  | {
      readonly reason: 'ERROR';
      readonly error: { readonly type: 'INVALID_RESPONSE' | 'DEVICE_COMMUNICATION_ERROR'; readonly message: string };
    };

/** Tells the skill that its session is over. Whatever it answers is heard by nobody. */
export async function endSession(
  parts: Parts,
  device: Device,
  session: Session,
  utterance: string,
  ending: Ending,
): Promise<Turn> {
  device.session = undefined;
  const request: SessionRequest = { type: 'SessionEndedRequest', ...stampOf(parts), ...ending };
  const envelope = sessionEnvelope(request, session, false, parts.home, device, parts.around);
  return unheard(parts, utterance, envelope);
}

/** Tells the skill what happened to it. */
export function sendEvent(parts: Parts, utterance: string, happened: Happened): Promise<Turn> {
  const { requestId, timestamp } = stampOf(parts);
  const times = { eventCreationTime: timestamp, eventPublishingTime: timestamp };
  const request: SkillEvent = { requestId, timestamp, ...times, ...happened };
  return unheard(parts, utterance, eventEnvelope(request, parts.home, parts.around));
}

async function unheard(parts: Parts, utterance: string, envelope: Sent): Promise<Turn> {
  const { answer, failure, calls } = await call(parts, envelope);
  const read = failure === undefined ? replyOf(answer) : failure;
  const warnings = typeof read === 'string' ? [`The skill failed: ${read}`] : spokenInVain(read);
  return { ...quietTurn(utterance), calls, request: envelope, response: answer, warnings };
}

const spokenInVain = (reply: Reply): readonly string[] =>
  reply.ssml === undefined && reply.directives.length === 0 ? [] : ['The skill answers a session that is over.'];

async function call(parts: Parts, envelope: Sent) {
  parts.database.takeCalls();
  try {
    const answer = await parts.skill(envelope);
    return { answer, failure: undefined, calls: parts.database.takeCalls() };
  } catch (error) {
    const failure = messageOf(error);
    return { answer: null, failure, calls: parts.database.takeCalls() };
  }
}

/** The reply, or what is wrong with it. Nothing at all is a reply to those who expect none. */
function replyOf(answer: unknown): Reply | string {
  try {
    return parseReply(answer ?? { version: '1.0' });
  } catch (error) {
    return messageOf(error);
  }
}

function problem(threw: boolean, message: string): Ending {
  return {
    reason: 'ERROR',
    error: { type: 'INVALID_RESPONSE', message: threw ? 'The skill threw an error.' : message },
  };
}

/** What the reply leaves open. Without a word on it, a screen keeps the session and shuts the microphone. */
function after(reply: Reply, session: Session, device: Device, intent: string | undefined): Session | undefined {
  const handed = handsOver(reply);
  if (handed) {
    const kept = { id: session.id, attributes: reply.attributes, microphone: false, reprompt: undefined };
    return { ...kept, elicited: undefined, consent: { token: handed.token ?? '' } };
  }
  const ends = reply.shouldEndSession ?? !device.screen;
  if (ends) return undefined;
  const microphone = reply.shouldEndSession === false;
  return {
    id: session.id,
    attributes: reply.attributes,
    microphone,
    reprompt: reply.reprompt,
    elicited: elicitedBy(reply.directives, intent),
  };
}
