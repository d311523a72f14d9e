import { z } from 'zod';
import type { Sent } from '../../simulator/envelope';
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
  resolutions: { resolutionsPerAuthority: [{ status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: { name: value, id } }] }] },
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
export const touch = { type: 'Alexa.Presentation.APL.UserEvent', arguments: ['nothing', 'we know'], token: 'screen' } as const;

/** The one situational question on disposition, which the tests answer. */
export const ABOUT_SHREDDING = intent('AskQuestionIntent', {
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

/** Envelopes one after the other, in sessions that carry what the skill gave them. */
export class Conversation {
  #requests = 0;
  #sessions = 0;
  #attributes: Readonly<Record<string, unknown>> = {};

  constructor(
    private readonly send: (envelope: Envelope) => Promise<unknown>,
    private readonly locale = 'en-US',
    private readonly user = USER_ID,
  ) {}
}

export type { Sent };
