import { CONSENT_URI, handsOver } from './consent';
import { REMINDERS } from './envelope';
import { heardOf, type Reply } from './response';
import { parseSsml } from './ssml';
import type { Model } from './understanding/model';

/** Bytes of a whole response envelope, as JSON. */
const LONGEST_RESPONSE = 120 * 1024;
/** Characters of speech, and of a card's title and text together. */
const LONGEST_TEXT = 8000;
/** Milliseconds of breaks in one response. */
const LONGEST_QUIET = 10_000;
const MOST_AUDIO = 5;

/** Rules of Alexa that a response breaks, one sentence each. `json` is the envelope as it was sent. */
export function broken(reply: Reply, json: string, model: Model, requestIntent: string | undefined): readonly string[] {
  return [
    ...sizes(reply, json),
    ...speechFaults('speech', reply.ssml),
    ...speechFaults('reprompt', reply.reprompt),
    ...(handsOver(reply) ? connection(reply) : microphone(reply)),
    ...dialog(reply, model, requestIntent),
  ];
}

function sizes(reply: Reply, json: string): readonly string[] {
  const bytes = Buffer.byteLength(json);
  const card = (reply.card?.title.length ?? 0) + (reply.card?.text.length ?? 0) + (reply.card?.image?.length ?? 0);
  return [
    ...(bytes > LONGEST_RESPONSE ? [`The response has ${bytes} bytes; Alexa takes ${LONGEST_RESPONSE}.`] : []),
    ...(card > LONGEST_TEXT ? [`The card has ${card} characters; Alexa takes ${LONGEST_TEXT}.`] : []),
  ];
}

function speechFaults(what: string, ssml: string | undefined): readonly string[] {
  if (ssml === undefined) return [];
  const parsed = parseSsml(ssml);
  if ('fault' in parsed) return [`The ${what} is not well-formed SSML: ${parsed.fault}.`];
  const quiet = parsed.pieces.reduce((sum, piece) => sum + (piece.play === 'break' ? piece.ms : 0), 0);
  const audio = parsed.pieces.filter((piece) => piece.play === 'audio').length;
  return [
    ...(ssml.length > LONGEST_TEXT ? [`The ${what} has ${ssml.length} characters; Alexa takes ${LONGEST_TEXT}.`] : []),
    ...(quiet > LONGEST_QUIET
      ? [`The ${what} has ${quiet / 1000} seconds of breaks; Alexa plays ${LONGEST_QUIET / 1000}.`]
      : []),
    ...(audio > MOST_AUDIO ? [`The ${what} has ${audio} audio files; Alexa plays ${MOST_AUDIO}.`] : []),
  ];
}

function microphone(reply: Reply): readonly string[] {
  if (reply.shouldEndSession === undefined)
    return ['shouldEndSession is not set: what happens next depends on the device.'];
  if (!reply.shouldEndSession) {
    return [
      ...(heardOf(reply.ssml) === '' ? ['The microphone opens after nothing was said.'] : []),
      ...(heardOf(reply.reprompt) === '' ? ['The microphone is open and there is no reprompt for silence.'] : []),
    ];
  }
  return [
    ...(heardOf(reply.ssml).endsWith('?') ? ['The reply ends in a question, and the microphone is shut.'] : []),
    ...(reply.directives.some((directive) => directive.type.startsWith('Dialog.Elicit'))
      ? ['Dialog.ElicitSlot asks for a slot in a session that ends.']
      : []),
  ];
}

/** Alexa asks, and comes back to the session: it may be neither ended nor left open meanwhile. */
function connection(reply: Reply): readonly string[] {
  const faults = reply.directives.flatMap(({ type, uri, input }) => {
    if (!type.startsWith('Connections.')) return [];
    if (type !== 'Connections.StartConnection' || uri !== CONSENT_URI)
      return [`The simulator does not play ${uri ?? type}.`];
    const scopes = input?.permissionScopes.map(({ permissionScope }) => permissionScope) ?? [];
    return scopes.join() === REMINDERS ? [] : ['The permission that is asked for is not the one of the manifest.'];
  });
  const alone = reply.directives.length === 1;
  return [
    ...faults,
    ...(reply.shouldEndSession === undefined ? [] : ['shouldEndSession is set, and Alexa is to ask for a permission.']),
    ...(reply.reprompt === undefined ? [] : ['There is a reprompt, and Alexa is to ask for a permission.']),
    ...(alone ? [] : ['Other directives come with the one that hands over to Alexa.']),
  ];
}

function dialog(reply: Reply, model: Model, requestIntent: string | undefined): readonly string[] {
  return reply.directives.flatMap(({ type, slotToElicit, updatedIntent }) => {
    if (!type.startsWith('Dialog.') || type === 'Dialog.UpdateDynamicEntities') return [];
    if (type !== 'Dialog.ElicitSlot') return [`The simulator does not play ${type}.`];
    const name = updatedIntent?.name ?? requestIntent;
    const intent = name === undefined ? undefined : model.intents.get(name);
    if (intent === undefined)
      return [`Dialog.ElicitSlot has no intent that the model knows${name ? `: ${name}` : ''}.`];
    if (!model.dialog.has(intent.name)) return [`Dialog.ElicitSlot needs ${intent.name} in the dialog model.`];
    const unknown = intent.slots.every((slot) => slot.name !== slotToElicit);
    const given = updatedIntent?.slots;
    const left = updatedIntent === undefined ? [] : intent.slots.filter((slot) => given?.[slot.name] === undefined);
    return [
      ...(unknown ? [`${intent.name} has no slot ${slotToElicit ?? ''} to elicit.`] : []),
      ...left.map((slot) => `updatedIntent ${intent.name} leaves out its slot ${slot.name}.`),
    ];
  });
}
