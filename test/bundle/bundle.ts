import { z } from 'zod';
import { uuidOf } from '../../simulator/ids';
import { heardOf, parseReply } from '../../simulator/response';

export const SKILL_ID = `amzn1.ask.skill.${uuidOf('test')}`;
export const USER_ID = 'amzn1.ask.account.SECRETUSER';
export const TOKEN = 'SECRETTOKEN';

/** When every conversation begins. */
export const START = Date.parse('2026-11-24T17:00:00Z');

/** An envelope as it goes over the wire. */
export type Envelope = Readonly<Record<string, unknown>>;

/** A slot with the id that entity resolution found for it. */
export const matched = (value: string, id: string) => ({
  value,
  resolutions: {
    resolutionsPerAuthority: [{ status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: { name: value, id } }] }],
  },
});

export const launch = { type: 'LaunchRequest' } as const;
export const intent = (name: string, slots: Readonly<Record<string, object>> = {}) => ({
  type: 'IntentRequest',
  intent: {
    name,
    confirmationStatus: 'NONE',
    slots: Object.fromEntries(
      Object.entries(slots).map(([slot, more]) => [slot, { name: slot, confirmationStatus: 'NONE', ...more }]),
    ),
  },
});
export const answer = (text: string) => intent('AnswerIntent', { answer: { value: text } });
export const ended = { type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS' } as const;
export const touch = {
  type: 'Alexa.Presentation.APL.UserEvent',
  arguments: ['nothing', 'we know'],
  token: 'screen',
} as const;

/** Easy situational questions on disposition, among them the one that the tests answer. */
const ABOUT_SHREDDING = intent('AskQuestionIntent', {
  topic: matched('disposition', 'disposition-destruction'),
  kind: matched('scenario', 'situational'),
  level: matched('easy', 'entry'),
});
export const SHREDDING = 'A manager asks you to shred a box today, though its date is next year. What do you do?';

const Attributes = z.looseObject({ sessionAttributes: z.record(z.string(), z.unknown()).optional() });

/** What a listener has of a response. */
export interface Heard {
  readonly speech: string;
  readonly reprompt: string | undefined;
  readonly ends: boolean | undefined;
  readonly card: { readonly title: string; readonly text: string } | undefined;
  readonly directives: readonly string[];
}

/** Reads a response. Throws with a sentence when Alexa would refuse it. */
export function heardIn(response: unknown): Heard {
  const reply = parseReply(response);
  return {
    speech: heardOf(reply.ssml),
    reprompt: reply.reprompt === undefined ? undefined : heardOf(reply.reprompt),
    ends: reply.shouldEndSession,
    card: reply.card,
    directives: reply.directives.map(({ type }) => type),
  };
}

export interface Conversation {
  /** Sends a request in the session that is open, or begins one; a launch always begins one. */
  readonly say: (request: Readonly<Record<string, unknown>>) => Promise<Heard>;
  /** The device is switched off: the session is gone, and nobody tells the skill. */
  readonly lose: () => void;
}

/** Requests one after the other, a few seconds apart, in sessions that carry what the skill gave them. */
export function conversation(
  send: (envelope: Envelope) => Promise<unknown>,
  { locale = 'en-US', user = USER_ID }: { readonly locale?: string; readonly user?: string } = {},
): Conversation {
  let count = 0;
  let session: { readonly id: string; readonly attributes: Readonly<Record<string, unknown>> } | undefined;
  return {
    lose: () => {
      session = undefined;
    },
    say: async (request) => {
      count += 1;
      const isNew = session === undefined || request.type === launch.type;
      const now = isNew || session === undefined ? { id: `${user} session ${count}`, attributes: {} } : session;
      const at = {
        requestId: `${user} request ${count}`,
        timestamp: new Date(START + count * 5000).toISOString(),
        locale,
      };
      const response = await send(envelope({ ...request, ...at }, { ...now, isNew }, user));
      const heard = heardIn(response);
      const { sessionAttributes = {} } = Attributes.parse(response);
      session = heard.ends === false ? { id: now.id, attributes: sessionAttributes } : undefined;
      return heard;
    },
  };
}

/** Asks for the question about shredding. Of the few that are like it, others are skipped until it comes. */
export async function askAboutShredding(talk: Conversation): Promise<Heard> {
  let heard = await talk.say(ABOUT_SHREDDING);
  for (let skipped = 0; skipped < 10 && !heard.speech.includes(SHREDDING); skipped++) {
    heard = await talk.say(intent('SkipIntent'));
  }
  return heard;
}

/** A whole envelope, with everything in it that may not be logged. */
export function envelope(
  request: Readonly<Record<string, unknown>>,
  session: { readonly id: string; readonly attributes: Readonly<Record<string, unknown>>; readonly isNew: boolean } = {
    id: 'session',
    attributes: {},
    isNew: true,
  },
  userId = USER_ID,
): Envelope {
  const application = { applicationId: SKILL_ID };
  const user = { userId, accessToken: TOKEN };
  return {
    version: '1.0',
    session: { new: session.isNew, sessionId: session.id, application, attributes: session.attributes, user },
    context: {
      System: {
        application,
        user,
        device: { deviceId: 'SECRETDEVICE', supportedInterfaces: {} },
        apiEndpoint: 'https://api.amazonalexa.com',
        apiAccessToken: TOKEN,
      },
    },
    request: { requestId: 'request', timestamp: new Date(START).toISOString(), locale: 'en-US', ...request },
  };
}
