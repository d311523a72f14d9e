import { SCREENS } from '../../simulator/screens';

/** Envelopes as Alexa sends them, for measuring. */
interface Session {
  readonly id: string;
  /** Whose it is, where one person has several; else everybody has one. */
  readonly user?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly device?: Device;
}

/** What somebody talks to. */
export interface Device {
  readonly screen?: boolean;
  /** What the screen shows. */
  readonly token?: string | undefined;
  /** Alexa's services are not named, so that the skill asks none of them. */
  readonly withoutServices?: true;
}

const SHOW = SCREENS.medium;
const APL = { 'Alexa.Presentation.APL': { runtime: { maxVersion: '2024.2' } } };

/** A request in a session. What it says of itself, its time among it, goes before what is usual. */
const envelope = (session: Session, request: Readonly<Record<string, unknown>>) => ({
  version: '1.0',
  session: {
    new: session.attributes === undefined,
    sessionId: `amzn1.echo-api.session.${session.id}`,
    application: { applicationId: 'amzn1.ask.skill.bench' },
    user: { userId: userIdOf(session.user ?? session.id) },
    attributes: session.attributes ?? {},
  },
  context: {
    System: {
      application: { applicationId: 'amzn1.ask.skill.bench' },
      user: { userId: userIdOf(session.user ?? session.id) },
      device: { deviceId: 'bench', supportedInterfaces: session.device?.screen ? APL : {} },
      // Nobody's settings: nothing listens there, and what is measured is the skill alone.
      ...(!session.device?.withoutServices && { apiEndpoint: 'http://127.0.0.1:9', apiAccessToken: 'none' }),
    },
    ...(session.device?.screen && {
      'Alexa.Presentation.APL': { token: session.device.token },
      Viewport: { shape: SHOW.shape, pixelWidth: SHOW.width, pixelHeight: SHOW.height, dpi: SHOW.dpi },
    }),
  },
  request: { timestamp: new Date().toISOString(), locale: 'en-US', ...request },
});

export const launchEnvelope = (id: string, user = id, now = Date.now(), device: Device = {}) =>
  envelope(
    { id, user, device },
    {
      type: 'LaunchRequest',
      requestId: `amzn1.echo-api.request.${id}-launch`,
      timestamp: new Date(now).toISOString(),
    },
  );

/** Somebody who asks for a question at once. */
export const questionEnvelope = (id: string) =>
  envelope(
    { id },
    {
      type: 'IntentRequest',
      requestId: `amzn1.echo-api.request.${id}-question`,
      intent: { name: 'AskQuestionIntent', confirmationStatus: 'NONE', slots: {} },
    },
  );

/** An intent of an open session; the slots hold words alone. */
export const intentEnvelope = (
  session: Session,
  turn: number,
  name: string,
  slots: Readonly<Record<string, string>> = {},
  more: { readonly timestamp?: string } = {},
) =>
  envelope(session, {
    ...more,
    type: 'IntentRequest',
    requestId: `amzn1.echo-api.request.${session.id}-${turn}`,
    intent: {
      name,
      confirmationStatus: 'NONE',
      slots: Object.fromEntries(
        Object.entries(slots).map(([slot, value]) => [slot, { name: slot, value, confirmationStatus: 'NONE' }]),
      ),
    },
  });

export const userIdOf = (user: string): string => `amzn1.ask.account.${user}`;
