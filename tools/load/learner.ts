import type { ResponseEnvelope } from 'ask-sdk-model';
import { carriedIn } from '../../lambda/alexa/session';
import type { Stage } from '../../lambda/coach/learner';
import { intentEnvelope, launchEnvelope } from '../bench/envelopes';

export type Handler = (event: unknown) => Promise<ResponseEnvelope>;

/** What is known of somebody from outside, turn by turn. */
export interface Life {
  readonly user: string;
  /** A word that nobody else says. */
  readonly word: string;
  /** Questions that were rated, with the day: "12 on 2026-11-24". A second answer on the same day leaves the schedule as it is. */
  readonly rated: Set<string>;
  /**
   * Questions to which an answer had begun, likewise. Begun on another device meanwhile, a session rates it and does not say so;
   * and of a request that came twice, the reply need not say so either. */
  readonly begun: Set<string>;
  /** Sentences of somebody else's that they heard. */
  readonly mixed: string[];
  /** Answers that a session still carried when it ended, because they could not be kept. */
  carried: number;
}

export const newLife = (user: string): Life => ({
  user,
  word: `zebra${user.replace(/\D/g, 'x')}`,
  rated: new Set(),
  begun: new Set(),
  mixed: [],
  carried: 0,
});

type Said = readonly [intent: string, slots?: Readonly<Record<string, string>>];

const ANSWERED: Said = ['ThatsAllIntent'];

/** A session: three questions, answered in one's own words or not at all, and the words heard back. */
const conversation = (word: string): readonly Said[] => [
  ['AskQuestionIntent'],
  ['AnswerIntent', { answer: `i am ${word} and i would check the retention schedule and ask my supervisor` }],
  ['HeardWhatIntent'],
  ANSWERED,
  ['NextQuestionIntent'],
  ['DontKnowIntent'],
  ['NextQuestionIntent'],
  ['AnswerWouldIntent', { answer: `like ${word} log it and tell people what happens next` }],
  ANSWERED,
  ['AMAZON.StopIntent'],
];

/** Plays one session of somebody's on one device. `send` waits for its turn. */
export async function session(life: Life, id: string, now: number, send: Handler): Promise<void> {
  const { user, word } = life;
  const day = new Date(now).toISOString().slice(0, 10);
  let attributes = await turn(life, undefined, send, launchEnvelope(id, user, now), day);
  for (const [i, [intent, slots]] of conversation(word).entries()) {
    if (attributes === undefined) return;
    const at = { timestamp: new Date(now + (i + 1) * 4_000).toISOString() };
    const event = intentEnvelope({ id, user, attributes }, i, intent, slots, at);
    attributes = await turn(life, attributes, send, event, day);
  }
}

type Attributes = Readonly<Record<string, unknown>>;

/** Sends one request and notes what came of it. */
async function turn(
  life: Life,
  before: Attributes | undefined,
  send: Handler,
  event: unknown,
  day: string,
): Promise<Attributes | undefined> {
  const { sessionAttributes, response } = await send(event);
  const strange = (JSON.stringify(response).match(/zebra\w+/g) ?? []).filter((word) => word !== life.word);
  life.mixed.push(...strange);
  const after = response.shouldEndSession === false ? sessionAttributes : undefined;
  const is = stageIn(after);
  if (is?.at === 'collecting' || is?.at === 'reviewing') life.begun.add(`${is.table.question} on ${day}`);
  if (is?.at === 'reviewing' && is.result.rated) life.rated.add(`${is.table.question} on ${day}`);
  if (after === undefined) life.carried += carriedIn(before)?.learner.unsaved.length ?? 0;
  return after;
}

const stageIn = (attributes: unknown): Stage | undefined => carriedIn(attributes)?.learner.stage;
