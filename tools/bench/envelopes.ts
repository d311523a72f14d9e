/** Envelopes as Alexa sends them, for measuring. */
interface Session {
  readonly id: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

const envelope = (session: Session, request: Readonly<Record<string, unknown>>) => ({
  version: '1.0',
  session: {
    new: session.attributes === undefined,
    sessionId: `amzn1.echo-api.session.${session.id}`,
    application: { applicationId: 'amzn1.ask.skill.bench' },
    user: { userId: `amzn1.ask.account.${session.id}` },
    attributes: session.attributes ?? {},
  },
  context: {
    System: {
      application: { applicationId: 'amzn1.ask.skill.bench' },
      user: { userId: `amzn1.ask.account.${session.id}` },
      device: { deviceId: 'bench', supportedInterfaces: {} },
      // Nobody's settings: nothing listens there, and what is measured is the skill alone.
      apiEndpoint: 'http://127.0.0.1:9',
      apiAccessToken: 'none',
    },
  },
  request: { timestamp: new Date().toISOString(), locale: 'en-US', ...request },
});

export const launchEnvelope = (id: string) =>
  envelope({ id }, { type: 'LaunchRequest', requestId: `amzn1.echo-api.request.${id}-launch` });

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
  session: Required<Session>,
  turn: number,
  name: string,
  slots: Readonly<Record<string, string>> = {},
) =>
  envelope(session, {
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
