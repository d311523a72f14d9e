import type { Directive } from './response';
import type { ScreenName } from './screens';

/** What is open between one device and the skill. */
export interface Session {
  readonly id: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** The device listens. */
  readonly microphone: boolean;
  /** SSML for the first silence, until it was spoken. */
  readonly reprompt: string | undefined;
  readonly elicited: ElicitedSlot | undefined;
  /** Alexa asks for a permission, on behalf of the skill: its session waits. */
  readonly consent?: { readonly token: string };
}

/** What `Dialog.ElicitSlot` asked for, with the other slots as the skill left them. */
export interface ElicitedSlot {
  readonly intent: string;
  readonly slot: string;
  readonly values: Readonly<Record<string, string>>;
}

/** One smart speaker of the household. */
export interface Device {
  readonly name: string;
  screen: boolean;
  size: ScreenName;
  session: Session | undefined;
  /** Token of the document on the screen. */
  token: string | undefined;
}

/** Who lives there and what they own. */
export interface Household {
  readonly user: string;
  person: string | undefined;
  /** The skill may keep reminders. */
  reminders: boolean;
  /** What is answered when Alexa asks for the permission; whatever is said then, while nothing is decided. */
  consents: boolean | undefined;
  /** Gives the device of a name; a new one is like the first. */
  readonly device: (name: string) => Device;
  readonly devices: () => readonly Device[];
}

/** The name of the device that a household begins with. */
export const FIRST_DEVICE = 'living room';

export function household(user: string, screen: boolean): Household {
  const devices = new Map<string, Device>();
  return {
    user,
    person: undefined,
    reminders: false,
    consents: undefined,
    devices: () => [...devices.values()],
    device: (name) => {
      const device = devices.get(name) ?? {
        name,
        screen,
        size: 'large' as const,
        session: undefined,
        token: undefined,
      };
      devices.set(name, device);
      return device;
    },
  };
}

/** The slot that a reply elicits; an intent that it does not name is the request's own. */
export function elicitedBy(directives: readonly Directive[], intent: string | undefined): ElicitedSlot | undefined {
  const directive = directives.find(({ type }) => type === 'Dialog.ElicitSlot');
  const name = directive?.updatedIntent?.name ?? intent;
  if (directive?.slotToElicit === undefined || name === undefined) return undefined;
  const slots = Object.values(directive.updatedIntent?.slots ?? {});
  return {
    intent: name,
    slot: directive.slotToElicit,
    values: Object.fromEntries(slots.flatMap((slot) => (slot.value ? [[slot.name, slot.value]] : []))),
  };
}
