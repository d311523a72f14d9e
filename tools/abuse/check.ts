import { z } from 'zod';
import { parseReply } from '../../simulator/response';
import { broken } from '../../simulator/rules';
import type { Model } from '../../simulator/understanding/model';
import type { Handler } from '../load/learner';
import { SECRET } from './victim';

const Sent = z.looseObject({ request: z.looseObject({ intent: z.looseObject({ name: z.string() }).optional() }) });

/** Marks that the skill itself puts into speech. */
const OWN_MARKS =
  /<\/?speak>|<prosody rate="(?:85|115)%">|<\/prosody>|<sub alias="[^"<>]*">|<\/sub>|<break time="\d+m?s"\/>/g;

/** What is wrong with the skill's answer to an envelope, one sentence each. */
export async function faultsOf(handler: Handler, envelope: unknown, model: Model): Promise<readonly string[]> {
  try {
    const response: unknown = await handler(envelope);
    const json = JSON.stringify(response);
    const reply = parseReply(response);
    const sent = Sent.safeParse(envelope);
    const intent = sent.success ? sent.data.request.intent?.name : undefined;
    return [
      ...broken(reply, json, model, intent),
      ...[reply.ssml, reply.reprompt].flatMap(markupIn),
      ...(json.includes(SECRET) ? ['The reply holds words of somebody else.'] : []),
      ...(Reflect.ownKeys(Object.prototype).length === PROTOTYPE ? [] : ['Something was added to every object.']),
    ];
  } catch (error) {
    return [`The handler threw ${String(error)}`];
  }
}

const PROTOTYPE = Reflect.ownKeys(Object.prototype).length;

function markupIn(ssml: string | undefined): readonly string[] {
  const rest = ssml?.replace(OWN_MARKS, '') ?? '';
  const breaks = ssml?.includes('time="9s"') === true;
  return /[<>]/.test(rest) || breaks ? [`Somebody's markup is spoken: ${ssml?.slice(0, 300)}`] : [];
}
