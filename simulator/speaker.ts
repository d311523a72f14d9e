import { ANSWERS, CONSENT_QUESTION, type Consent, consentOf } from './consent';
import type { Database } from './database';
import { type Happened, intentOf, timestampOf } from './envelope';
import { type Ending, endSession, exchange, type Parts, sendEvent, stampOf } from './exchange';
import { type Device, FIRST_DEVICE } from './household';
import type { Command } from './script';
import type { Services } from './services';
import { quietTurn, type Turn } from './turn';
import { isExit } from './understanding/built-ins';
import { addressed } from './understanding/invocation';
import { readSlot } from './understanding/slots';
import { type Understood, understanding } from './understanding/understand';
import { keys, words } from './understanding/words';

/** What came of a command: the turns that it made, and what there is to say about it that no skill said. */
export interface Played {
  readonly turns: readonly Turn[];
  readonly note?: string;
}

/** A smart speaker that hears one thing after the other. */
export interface Speaker {
  /** `line` is the command in its own words. Never rejects for what the skill does. */
  readonly play: (command: Command, line: string) => Promise<Played>;
  /** Whether it is listening for an answer. */
  readonly listening: () => boolean;
}

/** Everything that commands can move: the parts of the exchange, and the world around. */
export type World = Parts & {
  readonly database: Database;
  readonly services: Services;
};

/** Milliseconds that a sentence and its answer take, and that a device waits for one. */
const SENTENCE = 5000;
const SILENCE = 8000;

/** The surest way of understanding first. */
const SURENESS: readonly Understood['by'][] = [
  'sample',
  'built-in',
  'elicited',
  'carrier',
  'overlap',
  'catch-all',
  'fallback',
];

const DISABLED: Happened = {
  type: 'AlexaSkillEvent.SkillDisabled',
  body: { userInformationPersistenceStatus: 'NOT_PERSISTED' },
};

const LOST: Ending = {
  reason: 'ERROR',
  error: { type: 'DEVICE_COMMUNICATION_ERROR', message: 'The device could not be reached.' },
};

export function speaker(world: World): Speaker {
  const understand = understanding(world.model);
  const { model, home, clock, services, database } = world;
  let device: Device = home.device(FIRST_DEVICE);

  const launch = (line: string): Promise<readonly Turn[]> => {
    device.session = undefined;
    return exchange(world, device, line, { type: 'LaunchRequest', ...stampOf(world) });
  };

  const intend = (line: string, understood: Understood): Promise<readonly Turn[]> => {
    const elicited = device.session?.elicited;
    const { intent, dialogState } = intentOf(
      understood.intent,
      understood.slots,
      model,
      world.around.skillId,
      elicited,
    );
    const request = {
      type: 'IntentRequest' as const,
      ...stampOf(world),
      intent,
      ...(dialogState === undefined ? {} : { dialogState }),
    };
    return exchange(world, device, line, request, understood);
  };

  const say = async (line: string): Promise<Played> => {
    const said = addressed(line, model.invocationName);
    switch (said.to) {
      case 'launch':
        return { turns: await launch(line) };
      case 'one-shot': {
        const readings = said.requests.map((request) => understand(request));
        const [best] = readings.sort((a, b) => SURENESS.indexOf(a.by) - SURENESS.indexOf(b.by));
        if (best === undefined) return { turns: await launch(line) };
        device.session = undefined;
        return { turns: await intend(line, best) };
      }
      case 'session':
        return inSession(line, said.text);
    }
  };

  const inSession = async (line: string, text: string): Promise<Played> => {
    const { session } = device;
    if (session === undefined) {
      return { turns: [], note: `(Alexa answers "${line}" herself; say: open ${model.invocationName})` };
    }
    if (words(text).length === 0) return silence(line);
    if (session.consent !== undefined) return inConsent(line, text);
    if (isExit(keys(text))) {
      return { turns: [await endSession(world, device, session, line, { reason: 'USER_INITIATED' })] };
    }
    return { turns: await intend(line, understand(text, session.elicited)) };
  };

  /** Words that are no answer to Alexa's question leave it unanswered; then they are the skill's. */
  const inConsent = async (line: string, text: string): Promise<Played> => {
    const answer = consentOf(keys(text));
    if (answer !== undefined) return { turns: await resume(line, answer) };
    const turns = await resume(ANSWERS.NOT_ANSWERED, 'NOT_ANSWERED');
    const played = await inSession(line, text);
    return { ...played, turns: [...turns, ...played.turns] };
  };

  /** Alexa comes back to the skill with the answer to her question. */
  const resume = async (line: string, answer: Consent): Promise<readonly Turn[]> => {
    if (device.session?.consent === undefined) return [];
    const { consent, ...session } = device.session;
    device.session = session;
    if (answer === 'ACCEPTED') allow(true);
    return exchange(world, device, line, {
      type: 'SessionResumedRequest',
      ...stampOf(world),
      cause: {
        type: 'ConnectionCompleted',
        token: consent.token,
        status: { code: '200', message: 'OK' },
        result: { status: answer },
      },
    });
  };

  const allow = (allowed: boolean): void => {
    home.reminders = allowed;
    services.allowReminders(allowed);
  };

  /** What was allowed before, or decided beforehand, nobody has to say. Otherwise Alexa asks, and the next words answer. */
  const consenting = async (): Promise<Played> => {
    if (device.session?.consent === undefined) return { turns: [] };
    const decided = home.reminders || home.consents;
    if (decided === undefined) return { turns: [], note: `(Alexa asks: ${CONSENT_QUESTION})` };
    const answer = decided ? 'ACCEPTED' : 'DENIED';
    return { turns: await resume(ANSWERS[answer], answer) };
  };

  const permit = async (line: string, granted: boolean): Promise<Played> => {
    home.consents = granted;
    if (granted || !home.reminders) return { turns: [] };
    allow(false);
    const type = 'AlexaSkillEvent.SkillPermissionChanged';
    return { turns: [await sendEvent(world, line, { type, body: { acceptedPermissions: [] } })] };
  };

  const silence = async (line: string): Promise<Played> => {
    const { session } = device;
    clock.pass(SILENCE);
    if (session?.consent !== undefined) return { turns: await resume(line, 'NOT_ANSWERED') };
    if (session?.microphone && session.reprompt !== undefined) {
      const { reprompt } = session;
      device.session = { ...session, reprompt: undefined };
      return { turns: [{ ...quietTurn(line), ssml: reprompt, reprompt, open: true }] };
    }
    device.session = undefined;
    if (session?.microphone !== true || device.screen) return { turns: [quietTurn(line)] };
    return { turns: [await endSession(world, device, session, line, { reason: 'EXCEEDED_MAX_REPROMPTS' })] };
  };

  const loseAll = async (line: string): Promise<readonly Turn[]> => {
    const turns: Turn[] = [];
    for (const each of home.devices()) {
      if (each.session !== undefined) turns.push(await endSession(world, each, each.session, line, LOST));
    }
    return turns;
  };

  const touch = async (line: string, args: readonly string[]): Promise<Played> => {
    const note = device.screen ? {} : { note: '(a touch needs a screen: it is on now)' };
    device.screen = true;
    const request = {
      type: 'Alexa.Presentation.APL.UserEvent' as const,
      ...stampOf(world),
      arguments: [...args],
      components: {},
      source: { type: 'TouchWrapper', handler: 'Press', id: '' },
      ...(device.token === undefined ? {} : { token: device.token }),
    };
    return { turns: await exchange(world, device, line, request), ...note };
  };

  const named = (line: string, name: string, given: Readonly<Record<string, string>>): Promise<readonly Turn[]> => {
    const known = model.intents.get(name);
    const slots = Object.fromEntries(
      Object.entries(given).flatMap(([slot, value]) => {
        if (value === '') return [];
        const type = known?.slots.find((candidate) => candidate.name === slot)?.type ?? '';
        const sentence = words(value);
        return [[slot, { ...readSlot(type, sentence, 0, sentence.length, model), value }]];
      }),
    );
    return intend(line, { intent: name, slots, by: 'sample' });
  };

  const perform = async (command: Command, line: string): Promise<Played> => {
    switch (command.does) {
      case 'say':
        return say(command.text);
      case 'silence':
        return silence(line);
      case 'end':
        if (device.session === undefined) return { turns: [], note: '(no session is open)' };
        return { turns: [await endSession(world, device, device.session, line, LOST)] };
      case 'later': {
        const turns = await loseAll(line);
        clock.later(command.ms);
        return { turns, note: `(it is now ${timestampOf(clock.now())})` };
      }
      case 'touch':
        return touch(line, command.args);
      case 'intent': {
        const note = model.intents.has(command.name)
          ? {}
          : { note: `(the model has no ${command.name}: sent all the same)` };
        return { turns: await named(line, command.name, command.slots), ...note };
      }
      case 'skill-disabled':
        for (const each of home.devices()) each.session = undefined;
        return { turns: [await sendEvent(world, line, DISABLED)] };
      case 'screen':
        device.screen = command.on;
        device.size = command.size ?? device.size;
        device.token = undefined;
        return { turns: [] };
      case 'device':
        device = home.device(command.name);
        return { turns: [] };
      case 'person':
        home.person = command.name;
        return { turns: [] };
      case 'permission':
        return permit(line, command.granted);
      case 'timezone':
        services.setTimezone(command.zone);
        return { turns: [] };
      case 'service':
        if (command.name === 'database') await database.setUp(command.up);
        else services.setUp(command.name, command.up);
        return { turns: [] };
      case 'trouble':
        services.setTrouble(command.with);
        return { turns: [] };
    }
  };

  return {
    listening: () =>
      device.session !== undefined && (device.session.microphone || device.session.consent !== undefined),
    play: async (command, line) => {
      const played = await perform(command, line);
      const spoken = (turns: readonly Turn[]) => turns.some((turn) => turn.request !== undefined);
      if (spoken(played.turns)) clock.pass(SENTENCE);
      const { turns, note } = await consenting();
      if (spoken(turns)) clock.pass(SENTENCE);
      return { ...played, turns: [...played.turns, ...turns], ...(note !== undefined && { note }) };
    },
  };
}
