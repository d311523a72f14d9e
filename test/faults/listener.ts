import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { answer, envelope, type Heard, heardIn, intent, launch } from '../bundle/bundle';

/** Where a listener is, and what their house is like. */
export interface Life {
  readonly user: string;
  readonly send: (event: unknown) => Promise<unknown>;
  /** Where Alexa's own services are. */
  readonly apiEndpoint: string;
  /** Milliseconds since 1970: the clock of whoever stamps requests. Turns move it on. */
  clock: number;
  requests: number;
}

export interface Turn extends Heard {
  readonly ms: number;
}

/** A session of somebody's: requests in it, a few seconds apart. */
export type Say = (request: Readonly<Record<string, unknown>>) => Promise<Turn>;

const Attributes = z.looseObject({ sessionAttributes: z.record(z.string(), z.unknown()).optional() });
const System = z.looseObject({ context: z.looseObject({ System: z.looseObject({}) }) });

/** Begins a session, or goes on with one on a device that knows what the skill gave it. */
export function sessionOf(life: Life, id: string): Say {
  let attributes: Readonly<Record<string, unknown>> = {};
  let isNew = true;
  return async (request) => {
    life.requests += 1;
    life.clock += 5_000;
    const stamp = { requestId: `${life.user} ${life.requests}`, timestamp: new Date(life.clock).toISOString() };
    const plain = System.parse(envelope({ ...request, ...stamp }, { id, attributes, isNew }, life.user));
    plain.context.System.apiEndpoint = life.apiEndpoint;
    const before = performance.now();
    const response = await life.send(plain);
    const ms = performance.now() - before;
    attributes = Attributes.parse(response).sessionAttributes ?? {};
    isNew = false;
    return { ...heardIn(response), ms };
  };
}

/** The parts of a session with one graded answer. */
export const PARTS = {
  opening: [launch],
  asking: [intent('AskQuestionIntent')],
  answering: [answer('i would follow the retention schedule and check for a legal hold'), intent('ThatsAllIntent')],
  'going on': [intent('NextQuestionIntent')],
  leaving: [intent('AMAZON.StopIntent')],
} as const;
export type Part = keyof typeof PARTS;
