import type { HandlerInput } from 'ask-sdk-core';
import type { RunErrand } from '../ports/reminders';
import { REMINDERS } from './consent';
import type { Envelope } from './envelope';
import { remindersOf } from './reminders';
import { timeZoneOf } from './settings';
import { usualZone } from './zone';

/** The time that Alexa's services have in one turn, as much as the store has: make it when the turn begins, as the store's. */
export const servicesLimit = (): AbortSignal => AbortSignal.timeout(2_500);

/** The way to the listener's reminders, with the token that came with the request. It is tried until the limit is over. */
export function errandsOf(
  { serviceClientFactory: clients }: HandlerInput,
  { context: { System }, request }: Envelope,
  limit: AbortSignal,
): RunErrand {
  return remindersOf(clients, {
    now: request.timestamp,
    locale: request.locale,
    zone: () => timeZoneOf(clients, System.device?.deviceId, limit),
    usualZone: usualZone(request.locale),
    granted: System.user.permissions?.scopes[REMINDERS]?.status === 'GRANTED',
    limit,
  });
}
