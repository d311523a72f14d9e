import type { services } from 'ask-sdk-model';
import { isZone } from '../coach/calendar';
import { inTime } from '../ports/in-time';

/** Milliseconds that Alexa's settings get for an answer: the listener is waiting for a greeting. */
const PATIENCE = 1_000;

/**
 * The listener's time zone by Alexa's settings service, as an IANA name. Nothing when it is refused, late or nonsense, or when the
 * request does not say where to ask.
 * @param limit ends the wait earlier: the time limit of the turn
 */
export async function timeZoneOf(
  clients: services.ServiceClientFactory | undefined,
  deviceId: string | undefined,
  limit: AbortSignal,
): Promise<string | undefined> {
  if (clients === undefined || deviceId === undefined) return undefined;
  try {
    const first = AbortSignal.any([limit, AbortSignal.timeout(PATIENCE)]);
    return knownZone(await inTime(clients.getUpsServiceClient().getSystemTimeZone(deviceId), first));
  } catch {
    // Refused, down, late, or no token to ask with: the locale's usual zone will do.
    return undefined;
  }
}

/** The name of a time zone, if it is one. */
const knownZone = (said: unknown): string | undefined =>
  typeof said === 'string' && said.length <= LONGEST_NAME && isZone(said) ? said : undefined;

const LONGEST_NAME = 64;
