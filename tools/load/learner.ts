import type { ResponseEnvelope } from 'ask-sdk-model';
import { carriedIn } from '../../lambda/alexa/session';
import type { Stage } from '../../lambda/coach/learner';
import { intentEnvelope, launchEnvelope } from '../bench/envelopes';

export type Handler = (event: unknown) => Promise<ResponseEnvelope>;

/** A way to the skill that tells how many milliseconds it took there. */
export type Send = (event: unknown) => Promise<{ readonly envelope: ResponseEnvelope; readonly ms: number }>;

/** What is known of somebody from outside, turn by turn. */
export interface Life {
  readonly user: string;
  /** A word that nobody else says. */
  readonly word: string;
  /** How often an answer to a question was rated, by the question's number: a second one on the same day leaves the count as it is. */
  readonly rated: Map<number, number>;
  /** How often one was graded, whether or not it moved the schedule. */
  readonly graded: Map<number, number>;
  /** Sentences of somebody else's that they heard. */
  readonly mixed: string[];
  /** Answers that a session still carried when it ended, because they could not be kept. */
  carried: number;
  /** Milliseconds of the slowest turn. */
  slowest: number;
}

export const newLife = (user: string): Life => ({
  user,
  word: `zebra${user.replace(/\D/g, 'x')}`,
  rated: new Map(),
  graded: new Map(),
  mixed: [],
  carried: 0,
  slowest: 0,
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
export async function session(life: Life, id: string, now: number, send: Send): Promise<void> {
  const { user, word } = life;
  let attributes = await turn(life, undefined, send, { ...launchEnvelope(id, user, now) });
  for (const [i, [intent, slots]] of conversation(word).entries()) {
    if (attributes === undefined) return;
    const at = { timestamp: new Date(now + (i + 1) * 4_000).toISOString() };
    attributes = await turn(life, attributes, send, intentEnvelope({ id, user, attributes }, i, intent, slots, at));
  }
}

type Attributes = Readonly<Record<string, unknown>>;

/** Sends one request and notes what came of it. */
async function turn(
  life: Life,
  before: Attributes | undefined,
  send: Send,
  event: unknown,
): Promise<Attributes | undefined> {
  const { envelope, ms } = await send(event);
  const { sessionAttributes, response } = envelope;
  life.slowest = Math.max(life.slowest, ms);
  const strange = (JSON.stringify(response).match(/zebra\w+/g) ?? []).filter((word) => word !== life.word);
  life.mixed.push(...strange);
  const after = response.shouldEndSession === false ? sessionAttributes : undefined;
  const is = stageIn(after);
  if (is?.at === 'reviewing' && stageIn(before)?.at !== 'reviewing') {
    const { table, result } = is;
    count(life.graded, table.question);
    if (result.rated) count(life.rated, table.question);
  }
  if (after === undefined) life.carried += carriedIn(before)?.learner.unsaved.length ?? 0;
  return after;
}

const count = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1);

const stageIn = (attributes: unknown): Stage | undefined => carriedIn(attributes)?.learner.stage;
