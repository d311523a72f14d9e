import * as v from 'valibot';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));

const slot = v.object({
  value: v.optional(v.string()),
  resolutions: v.optional(
    v.object({
      resolutionsPerAuthority: v.optional(
        v.array(
          v.object({
            status: v.object({ code: v.string() }),
            values: v.optional(v.array(v.object({ value: v.object({ id: v.optional(v.string()) }) }))),
          }),
        ),
      ),
    }),
  ),
});

const viewport = v.object({
  shape: v.optional(v.string()),
  pixelWidth: v.pipe(v.number(), v.minValue(1)),
  pixelHeight: v.pipe(v.number(), v.minValue(1)),
  dpi: v.pipe(v.number(), v.minValue(1)),
});

/** What the listener has allowed, as far as the request tells. */
const permissions = v.object({
  scopes: v.optional(v.record(v.string(), v.object({ status: v.optional(v.string()) })), {}),
});

/** The parts of a request that the skill reads. Everything else in the envelope is ignored. */
const envelope = v.object({
  session: v.optional(
    v.object({ sessionId: id, attributes: v.optional(v.unknown()), user: v.optional(v.object({ userId: id })) }),
  ),
  context: v.object({
    System: v.object({
      user: v.object({ userId: id, permissions: v.optional(permissions) }),
      person: v.optional(v.object({ personId: id })),
      device: v.optional(
        v.object({
          deviceId: v.optional(id),
          supportedInterfaces: v.optional(v.object({ 'Alexa.Presentation.APL': v.optional(v.unknown()) })),
        }),
      ),
    }),
    Viewport: v.fallback(v.optional(viewport), undefined),
    'Alexa.Presentation.APL': v.fallback(v.optional(v.object({ token: v.optional(v.string()) })), undefined),
  }),
  request: v.object({
    type: v.string(),
    requestId: id,
    timestamp: v.pipe(
      v.string(),
      v.transform((text) => Date.parse(text)),
      v.number(),
    ),
    locale: v.optional(v.string(), 'en-US'),
    intent: v.optional(v.object({ name: v.string(), slots: v.optional(v.record(v.string(), slot), {}) })),
    arguments: v.optional(v.array(v.unknown())),
    body: v.optional(v.object({ userInformationPersistenceStatus: v.optional(v.string()) })),
  }),
});

export type Envelope = v.InferOutput<typeof envelope>;
export type HeardSlot = v.InferOutput<typeof slot>;

/** The envelope as far as it concerns the skill; nothing when it is malformed. */
export function envelopeOf(event: unknown): Envelope | undefined {
  const parsed = v.safeParse(envelope, event);
  return parsed.success ? parsed.output : undefined;
}
