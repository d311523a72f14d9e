import type {
  Context,
  IntentRequest,
  interfaces,
  LaunchRequest,
  Session as SentSession,
  SessionEndedRequest,
  SessionResumedRequest,
  Slot,
} from 'ask-sdk-model';
import type { Device, ElicitedSlot, Household, Session } from './household';
import { longId } from './ids';
import { SCREENS } from './screens';
import type { Model, ModelIntent } from './understanding/model';
import type { SlotReading } from './understanding/slots';

/** An event of the skill's life, in the form that is on the wire; ask-sdk-model does not know its body. */
export type SkillEvent = {
  readonly requestId: string;
  readonly timestamp: string;
  readonly eventCreationTime: string;
  readonly eventPublishingTime: string;
} & Happened;

/** What happened to the skill. */
export type Happened =
  | {
      readonly type: 'AlexaSkillEvent.SkillDisabled';
      readonly body: { readonly userInformationPersistenceStatus: 'PERSISTED' | 'NOT_PERSISTED' };
    }
  /** The permissions that are left. */
  | {
      readonly type: 'AlexaSkillEvent.SkillPermissionChanged';
      readonly body: { readonly acceptedPermissions?: readonly { readonly scope: string }[] };
    };

/** An intent without a dialog has no dialog state, whatever ask-sdk-model says. */
export type SentIntentRequest = Omit<IntentRequest, 'dialogState'> & Partial<Pick<IntentRequest, 'dialogState'>>;

export type SessionRequest =
  | LaunchRequest
  | SentIntentRequest
  | SessionEndedRequest
  | SessionResumedRequest
  | interfaces.alexa.presentation.apl.UserEvent;

/** What is sent to the skill. A skill event comes out of a session. */
export type Sent =
  | {
      readonly version: string;
      readonly session: SentSession;
      readonly context: Context;
      readonly request: SessionRequest;
    }
  | { readonly version: string; readonly context: Context; readonly request: SkillEvent };

export interface Surroundings {
  readonly skillId: string;
  readonly apiEndpoint: string;
  readonly apiAccessToken: string;
}

/** The permission to keep reminders. */
export const REMINDERS = 'alexa::alerts:reminders:skill:readwrite';

/** A request inside a session; `isNew` on its first. */
export function sessionEnvelope(
  request: SessionRequest,
  session: Session,
  isNew: boolean,
  home: Household,
  device: Device,
  around: Surroundings,
): Sent {
  const context = contextOf(home, device, around);
  return {
    version: '1.0',
    session: {
      new: isNew,
      sessionId: session.id,
      application: context.System.application,
      attributes: { ...session.attributes },
      user: context.System.user,
    },
    context,
    request,
  };
}

/** A skill event, which belongs to a household and to no device. */
export function eventEnvelope(request: SkillEvent, home: Household, around: Surroundings): Sent {
  const { application, user, apiEndpoint, apiAccessToken } = systemOf(home, around);
  return { version: '1.0', context: { System: { application, user, apiEndpoint, apiAccessToken } }, request };
}

/** Seconds are all that Alexa gives. */
export const timestampOf = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

function contextOf(home: Household, device: Device, around: Surroundings): Context {
  return {
    System: {
      ...systemOf(home, around),
      device: {
        deviceId: `amzn1.ask.device.${longId(device.name)}`,
        supportedInterfaces: device.screen ? { 'Alexa.Presentation.APL': { runtime: { maxVersion: '2024.2' } } } : {},
      },
      ...(home.person === undefined ? {} : { person: { personId: `amzn1.ask.person.${longId(home.person)}` } }),
    },
    ...(device.screen ? screenOf(device) : {}),
  };
}

function systemOf(home: Household, around: Surroundings) {
  const granted = { scopes: { [REMINDERS]: { status: home.reminders ? ('GRANTED' as const) : ('DENIED' as const) } } };
  return {
    application: { applicationId: around.skillId },
    user: { userId: `amzn1.ask.account.${home.user}`, permissions: granted },
    apiEndpoint: around.apiEndpoint,
    apiAccessToken: around.apiAccessToken,
  };
}

function screenOf(device: Device): Partial<Context> {
  const { mode, shape, width, height, dpi } = SCREENS[device.size];
  return {
    'Alexa.Presentation.APL': { version: 'APL_SIMULATED', ...(device.token ? { token: device.token } : {}) },
    Viewport: {
      experiences: [{ arcMinuteWidth: 246, arcMinuteHeight: 144, canRotate: false, canResize: false }],
      mode,
      shape,
      pixelWidth: width,
      pixelHeight: height,
      currentPixelWidth: width,
      currentPixelHeight: height,
      dpi,
      touch: mode === 'TV' ? [] : ['SINGLE'],
    },
    Viewports: [
      {
        type: 'APL',
        id: 'main',
        shape,
        dpi,
        presentationType: 'STANDARD',
        canRotate: false,
        configuration: { current: { mode, size: { type: 'DISCRETE', pixelWidth: width, pixelHeight: height } } },
      },
    ],
  };
}

/** The intent with all its slots: as understood, then as the dialog left them, else empty. */
export function intentOf(
  name: string,
  readings: Readonly<Record<string, SlotReading>>,
  model: Model,
  skillId: string,
  elicited?: ElicitedSlot,
): Pick<SentIntentRequest, 'intent' | 'dialogState'> {
  const intent = model.intents.get(name);
  const inDialog = elicited?.intent === name;
  const slots = Object.fromEntries(
    slotNames(intent, readings).map((slot) => {
      const kept = inDialog ? elicited.values[slot] : undefined;
      const reading = readings[slot] ?? (kept === undefined ? undefined : { value: kept, type: '' });
      return [slot, slotOf(slot, reading, skillId)];
    }),
  );
  const empty = Object.keys(slots).length === 0;
  return {
    intent: { name, confirmationStatus: 'NONE', ...(empty ? {} : { slots }) },
    ...(model.dialog.has(name) ? { dialogState: inDialog ? 'IN_PROGRESS' : 'STARTED' } : {}),
  };
}

const slotNames = (
  intent: ModelIntent | undefined,
  readings: Readonly<Record<string, SlotReading>>,
): readonly string[] => [...new Set([...(intent?.slots.map((slot) => slot.name) ?? []), ...Object.keys(readings)])];

/** Alexa says where a value came from; ask-sdk-model does not know it. */
type SentSlot = Slot & { readonly source?: 'USER' };

function slotOf(name: string, reading: SlotReading | undefined, skillId: string): SentSlot {
  if (reading === undefined) return { name, confirmationStatus: 'NONE' };
  const resolutions = reading.matched === undefined ? undefined : resolutionsOf(reading, skillId);
  return {
    name,
    value: reading.value,
    confirmationStatus: 'NONE',
    source: 'USER',
    ...(resolutions === undefined ? {} : { resolutions }),
    slotValue: { type: 'Simple', value: reading.value, ...(resolutions === undefined ? {} : { resolutions }) },
  };
}

function resolutionsOf({ type, matched }: SlotReading, skillId: string): NonNullable<Slot['resolutions']> {
  const authority = `amzn1.er-authority.${skillId}.${type}`;
  const none = { authority, status: { code: 'ER_SUCCESS_NO_MATCH' as const }, values: [] };
  if (!matched) return { resolutionsPerAuthority: [none] };
  const value = { name: matched.name, id: matched.id ?? longId(matched.name).slice(0, 32).toLowerCase() };
  return {
    resolutionsPerAuthority: [{ authority, status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value }] }],
  };
}
