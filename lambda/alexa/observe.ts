import type { Reply } from '../coach/draft';
import type { Heard } from '../coach/heard';
import type { Envelope } from './envelope';
import type { Log } from './log';
import { type Meter, newMeter, tableCounts, tenths } from './meter';
import type { Counts } from './metrics';

/** The clock of one turn: how long it takes in all, and how much of that goes into deciding and into the table. */
export interface Watch {
  readonly meter: Meter;
  /** Milliseconds since the turn came in. */
  readonly whole: () => number;
  /** Times the part in which the coach decides. What the table takes of it is the table's. */
  readonly decides: <T>(part: () => Promise<T>) => Promise<T>;
  readonly decided: () => number;
}

export function startWatch(): Watch {
  const started = performance.now();
  const meter = newMeter();
  let decided = 0;
  return {
    meter,
    whole: () => performance.now() - started,
    decided: () => decided,
    decides: async (part) => {
      const began = performance.now();
      const waited = meter.waited;
      const result = await part();
      decided += performance.now() - began - (meter.waited - waited);
      return result;
    },
  };
}

type Request = Envelope['request'];

/** One line a turn: what was understood, where the conversation stands now, how long what took. Nothing of what was said. */
export function logTurn(log: Log, request: Request, heard: Heard, reply: Reply, watch: Watch): void {
  log(
    'info',
    'turn',
    {
      type: request.type,
      locale: request.locale,
      intent: request.intent?.name,
      heard: heard.kind,
      stage: reply.learner.stage.at,
      open: reply.ask !== undefined,
      saved: reply.change !== undefined && !reply.learner.adrift,
      units: watch.meter.units,
      ms: tenths(watch.whole()),
    },
    {
      Turns: 1,
      Fallbacks: heard.kind === 'fallback' ? 1 : 0,
      Unmatched: isUnmatched(request, heard) ? 1 : 0,
      ...gradedCounts(reply),
      DecideTime: tenths(watch.decided()),
      ...tableCounts(watch.meter),
    },
  );
}

/** One line for an event that no listener waits for. */
export const logEvent = (log: Log, request: Request, { meter, whole }: Watch): void =>
  log('info', 'event', { type: request.type, units: meter.units, ms: tenths(whole()) }, tableCounts(meter));

/** Speech that stands for nothing here. A touch is no speech. */
const isUnmatched = ({ type }: Request, heard: Heard): boolean =>
  type === 'IntentRequest' && (heard.kind === 'unknown' || ('missing' in heard && heard.missing !== undefined));

const gradedCounts = ({ graded }: Reply): Counts =>
  graded ? { Said: graded.said, Unsure: graded.unsure, NotHeard: graded.notHeard } : {};
