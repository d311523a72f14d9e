import type { HandlerInput } from 'ask-sdk-core';
import type { RunErrand } from '../ports/reminders';
import { REMINDERS } from './consent';
import type { Envelope } from './envelope';
import { remindersOf } from './reminders';
import { timeZoneOf } from './settings';
import { usualZone } from './zone';

/** Milliseconds for all the errands of a turn, as many as the store has: both count from the turn's beginning. */
const LIMIT = 2_500;

/** The way to the listener's reminders, with the token that came with the request. */
export function errandsOf(
  { serviceClientFactory: clients }: HandlerInput,
  { context: { System }, request }: Envelope,
): RunErrand {
  return remindersOf(clients, {
    now: request.timestamp,
    locale: request.locale,
    zone: () => timeZoneOf(clients, System.device?.deviceId),
    usualZone: usualZone(request.locale),
    granted: System.user.permissions?.scopes[REMINDERS]?.status === 'GRANTED',
    limit: AbortSignal.timeout(LIMIT),
  });
}
