import { join } from 'node:path';
import type { ResponseEnvelope } from 'ask-sdk-model';
import { LAMBDA_DIST } from '../paths';
import { intentEnvelope, launchEnvelope } from './envelopes';
import { type Figure, quantile } from './figures';

type Handler = (event: unknown) => Promise<ResponseEnvelope>;

/** What one listener says after opening the skill: a mix of answers, questions about the question, and moves. */
const CONVERSATION: readonly (readonly [intent: string, slots?: Readonly<Record<string, string>>])[] = [
  ['AskQuestionIntent'],
  ['HintIntent'],
  ['AnswerIntent', { answer: 'i would first check the retention schedule and whether there is a legal hold' }],
  ['AnswerWouldIntent', { answer: 'get written approval from the owner and keep the certificate of destruction' }],
  ['ThatsAllIntent'],
  ['SampleAnswerIntent'],
  ['SendLinkIntent'],
  ['NextQuestionIntent'],
  ['AMAZON.RepeatIntent'],
  ['AMAZON.FallbackIntent'],
  ['AnswerIntent', { answer: 'i log it out and in and tell people what i found and what happens next' }],
  ['AMAZON.HelpIntent'],
  ['AMAZON.StopIntent'],
];

/** Warm turns of the built handler on the real engine: launches and turns of many listeners, one after another. */
export async function warmTurns(listeners: number, env: Readonly<Record<string, string>>): Promise<readonly Figure[]> {
  Object.assign(process.env, env, { LOG_LEVEL: 'silent' });
  const { handler }: { handler: Handler } = await import(join(LAMBDA_DIST, 'index.js'));
  const samples: number[] = [];
  for (let listener = -5; listener < listeners; listener++) {
    const times = await conversation(handler, `warm-${listener}`);
    if (listener >= 0) samples.push(...times);
  }
  return [
    { name: 'warm turn with the database, p50', value: quantile(samples, 0.5), unit: 'ms' },
    { name: 'warm turn with the database, p99', value: quantile(samples, 0.99), unit: 'ms' },
    { name: 'warm turns measured', value: samples.length, unit: 'count' },
  ];
}

async function conversation(handler: Handler, id: string): Promise<readonly number[]> {
  const times: number[] = [];
  const turn = async (event: unknown): Promise<Readonly<Record<string, unknown>> | undefined> => {
    const started = performance.now();
    const response = await handler(event);
    times.push(performance.now() - started);
    return response.response.shouldEndSession === false ? response.sessionAttributes : undefined;
  };
  let attributes = await turn(launchEnvelope(id));
  for (const [i, [intent, slots]] of CONVERSATION.entries()) {
    attributes ??= await turn(launchEnvelope(`${id}-${i}`));
    if (attributes !== undefined) attributes = await turn(intentEnvelope({ id, attributes }, i, intent, slots));
  }
  return times;
}
