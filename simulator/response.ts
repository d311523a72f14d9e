import { z } from 'zod';
import { plainText } from './ssml';

const Speech = z.union([
  z.looseObject({ type: z.literal('SSML'), ssml: z.string() }),
  z.looseObject({ type: z.literal('PlainText'), text: z.string() }),
]);

const Image = z.looseObject({ smallImageUrl: z.string().optional(), largeImageUrl: z.string().optional() });

const CardData = z.looseObject({
  type: z.string(),
  title: z.string().optional(),
  content: z.string().optional(),
  text: z.string().optional(),
  image: Image.optional(),
  permissions: z.array(z.string()).optional(),
});

const Directive = z.looseObject({
  type: z.string(),
  token: z.string().optional(),
  slotToElicit: z.string().optional(),
  uri: z.string().optional(),
  input: z
    .looseObject({ permissionScopes: z.array(z.looseObject({ permissionScope: z.string() })) })
    .optional()
    .catch(undefined),
  updatedIntent: z
    .looseObject({
      name: z.string(),
      slots: z.record(z.string(), z.looseObject({ name: z.string(), value: z.string().optional() })).optional(),
    })
    .optional(),
});

const Envelope = z.looseObject({
  version: z.string(),
  sessionAttributes: z.record(z.string(), z.unknown()).nullish(),
  response: z
    .looseObject({
      outputSpeech: Speech.optional(),
      reprompt: z.looseObject({ outputSpeech: Speech.optional() }).optional(),
      card: CardData.optional(),
      directives: z.array(Directive).optional(),
      shouldEndSession: z.boolean().nullish(),
    })
    .optional(),
});

/** A directive as far as the device acts on it. */
export type Directive = z.infer<typeof Directive>;

/** What a card shows in the Alexa app. */
export interface ShownCard {
  readonly title: string;
  readonly text: string;
  readonly image?: string;
}

/** A response as the device reads it. `ssml` and `reprompt` are whole SSML documents. */
export interface Reply {
  readonly ssml: string | undefined;
  readonly reprompt: string | undefined;
  readonly card: ShownCard | undefined;
  readonly directives: readonly Directive[];
  readonly attributes: Readonly<Record<string, unknown>>;
  /** `undefined` leaves it to the device. */
  readonly shouldEndSession: boolean | undefined;
}

/** Reads what a skill returned. Throws with a sentence when Alexa would refuse it. */
export function parseReply(json: unknown): Reply {
  const parsed = Envelope.safeParse(json);
  if (!parsed.success) {
    const fault = parsed.error.issues[0];
    throw new Error(`${fault?.path.join('.') || 'the response'}: ${fault?.message ?? 'not a response'}`);
  }
  const { response, sessionAttributes } = parsed.data;
  return {
    ssml: ssmlOf(response?.outputSpeech),
    reprompt: ssmlOf(response?.reprompt?.outputSpeech),
    card: response?.card && cardOf(response.card),
    directives: response?.directives ?? [],
    attributes: sessionAttributes ?? {},
    shouldEndSession: response?.shouldEndSession ?? undefined,
  };
}

/** What is heard of SSML; empty for no speech. */
export const heardOf = (ssml: string | undefined): string => (ssml === undefined ? '' : plainText(ssml));

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function ssmlOf(speech: z.infer<typeof Speech> | undefined): string | undefined {
  if (speech === undefined) return undefined;
  return speech.type === 'SSML' ? speech.ssml : `<speak>${escaped(speech.text)}</speak>`;
}

function cardOf(card: z.infer<typeof CardData>): ShownCard {
  if (card.type === 'AskForPermissionsConsent') {
    return { title: 'Permission asked for', text: (card.permissions ?? []).join('\n') };
  }
  const image = card.image?.largeImageUrl ?? card.image?.smallImageUrl;
  return { title: card.title ?? '', text: card.text ?? card.content ?? '', ...(image === undefined ? {} : { image }) };
}
