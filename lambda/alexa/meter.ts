import { around } from '../ports/around';
import { NewerSchemaError, type OnCall, type ProgressStore, StoreUnavailableError } from '../ports/store';
import type { Counts } from './metrics';

/** What one turn asked of the table, counted while it goes on. */
export interface Meter {
  read: number;
  write: number;
  /** Capacity units that were consumed. */
  units: number;
  /** Milliseconds of waiting for the table. */
  waited: number;
  /** Calls that were not answered, or not in time. */
  failed: number;
  /** Items met that a newer version wrote. */
  newer: number;
}

export const newMeter = (): Meter => ({ read: 0, write: 0, units: 0, waited: 0, failed: 0, newer: 0 });

/** Makes a store that tells of its calls, and has all of them counted and timed. */
export function metered(meter: Meter, make: (onCall: OnCall) => ProgressStore): ProgressStore {
  const store = make((kind, units) => {
    meter[kind] += 1;
    meter.units += units;
  });
  return around(store, async (call) => {
    const started = performance.now();
    try {
      return await call();
    } catch (error) {
      if (error instanceof StoreUnavailableError) meter.failed += 1;
      if (error instanceof NewerSchemaError) meter.newer += 1;
      throw error;
    } finally {
      meter.waited += performance.now() - started;
    }
  });
}

/** The metrics of the table's part. What should never happen is told only when it did: a metric costs by the hours it is seen in. */
export const tableCounts = ({ read, write, waited, failed, newer }: Meter): Counts => ({
  Reads: read,
  Writes: write,
  StoreTime: tenths(waited),
  ...(failed > 0 && { StoreFailures: failed }),
  ...(newer > 0 && { NewerItems: newer }),
});

/** Milliseconds to a tenth. */
export const tenths = (ms: number): number => Math.round(ms * 10) / 10;
