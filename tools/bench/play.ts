import { join } from 'node:path';
import type { ResponseEnvelope } from 'ask-sdk-model';
import { LAMBDA_DIST } from '../paths';
import type { Said } from './conversations';
import { type Device, intentEnvelope, launchEnvelope } from './envelopes';

export type Handler = (event: unknown) => Promise<ResponseEnvelope>;

/** The built handler, on the database that `env` leads to. It reads its environment once in a process. */
export async function builtHandler(env: Readonly<Record<string, string>>): Promise<Handler> {
  Object.assign(process.env, env, { LOG_LEVEL: 'silent' });
  const { handler }: { handler: Handler } = await import(join(LAMBDA_DIST, 'index.js'));
  return handler;
}

/** Who says something, in which session, to what. The same session decides the same, whoever it is. */
export interface Talk {
  readonly id: string;
  readonly user: string;
  readonly device: Device;
}

/**
 * Plays a conversation, launch included, and gives the milliseconds of each of its turns. A session that ends on the way is opened again,
 * and a screen shows what it was sent.
 */
export async function play(handler: Handler, talk: Talk, said: readonly Said[]): Promise<readonly number[]> {
  const times: number[] = [];
  const { user } = talk;
  let { device } = talk;
  const turn = async (event: unknown): Promise<Readonly<Record<string, unknown>> | undefined> => {
    const started = performance.now();
    const { response, sessionAttributes } = await handler(event);
    times.push(performance.now() - started);
    device = { ...device, token: shownBy(response) ?? device.token };
    return response.shouldEndSession === false ? sessionAttributes : undefined;
  };
  const launch = (id: string) => turn(launchEnvelope(id, user, Date.now(), device));
  let attributes = await launch(talk.id);
  for (const [i, [intent, slots]] of said.entries()) {
    const id = talk.id;
    attributes ??= await launch(`${id}-${i}`);
    if (attributes !== undefined)
      attributes = await turn(intentEnvelope({ id, user, attributes, device }, i, intent, slots));
  }
  return times;
}

function shownBy({ directives = [] }: ResponseEnvelope['response']): string | undefined {
  const shown = directives.find((each) => each.type === 'Alexa.Presentation.APL.RenderDocument');
  return shown && 'token' in shown ? shown.token : undefined;
}
