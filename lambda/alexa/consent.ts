import type { interfaces } from 'ask-sdk-model';
import * as v from 'valibot';
import type { Minute } from '../coach/clock';
import type { Consent, Heard } from '../coach/heard';

/** The permission to keep reminders, as the manifest names it. */
export const REMINDERS = 'alexa::alerts:reminders:skill:readwrite';

/**
 * Hands over to Alexa's own dialog, which asks for the permission to remind. What it is for comes back with the answer, in the token.
 * Alexa keeps the session; it may be neither ended nor left open in the same response.
 */
export const asksForReminders = (minute: Minute): interfaces.connections.V1.StartConnectionDirective => ({
  type: 'Connections.StartConnection',
  uri: 'connection://AMAZON.AskForPermissionsConsent/2',
  input: {
    '@type': 'AskForPermissionsConsentRequest',
    '@version': '2',
    permissionScopes: [{ permissionScope: REMINDERS, consentLevel: 'ACCOUNT' }],
  },
  token: String(minute),
});

const status = v.object({ code: v.string() });
const result = v.object({ status: v.string() });

/** How Alexa comes back: to a resumed session, or, from the older form of the dialog, as a response of its own. */
const resumed = v.object({
  type: v.literal('SessionResumedRequest'),
  cause: v.object({ token: v.optional(v.string()), status: v.optional(status), result: v.optional(result) }),
});
const responded = v.pipe(
  v.object({
    type: v.literal('Connections.Response'),
    token: v.optional(v.string()),
    status: v.optional(status),
    payload: v.optional(result),
  }),
  v.transform(({ payload, ...cause }) => ({ cause: { ...cause, result: payload } })),
);

/** What became of the question for the permission. Whatever cannot be read counts as not asked. */
export function consentIn(request: unknown): Heard {
  const parsed = v.safeParse(v.union([resumed, responded]), request);
  if (!parsed.success) return { kind: 'consent', consent: 'failed' };
  const { cause } = parsed.output;
  const minute = Number(cause.token || Number.NaN);
  const known = Number.isInteger(minute) && minute >= 0 && minute < 1440;
  return {
    kind: 'consent',
    consent: consentOf(cause.status?.code ?? '200', cause.result?.status),
    ...(known && { minute }),
  };
}

/** Of an answer that we do not know, the reminders themselves will tell whether they may be kept. */
function consentOf(code: string, answer: string | undefined): Consent {
  if (!code.startsWith('2')) return 'failed';
  switch (answer) {
    case 'DENIED':
    case 'REDIRECT_TO_APP':
      return 'denied';
    case 'NOT_ANSWERED':
      return 'unanswered';
    default:
      return 'accepted';
  }
}
