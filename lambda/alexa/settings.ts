import type { services } from 'ask-sdk-model';

/** Milliseconds that Alexa's settings get for an answer: the listener is waiting for a greeting. */
const PATIENCE = 1_000;

/**
 * The listener's time zone by Alexa's settings service, as an IANA name. Nothing when it is refused, late or nonsense, or when the
 * request does not say where to ask.
 */
export async function timeZoneOf(
  clients: services.ServiceClientFactory | undefined,
  deviceId: string | undefined,
): Promise<string | undefined> {
  if (clients === undefined || deviceId === undefined) return undefined;
  try {
    return knownZone(await inTime(clients.getUpsServiceClient().getSystemTimeZone(deviceId)));
  } catch {
    // Refused, down, late, or no token to ask with: the locale's usual zone will do.
    return undefined;
  }
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Alexa gave no answer in time.')), PATIENCE);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The name of a time zone, if it is one. */
function knownZone(said: unknown): string | undefined {
  if (typeof said !== 'string' || said.length > LONGEST_NAME) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: said }).resolvedOptions().timeZone && said;
  } catch {
    return undefined;
  }
}

const LONGEST_NAME = 64;
