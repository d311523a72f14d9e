/**
 * What is counted, and in which unit. The names are those of the alarms and the dashboard in `infra/`: CloudWatch reads them out of
 * the function's own log, so that a turn waits for no call and needs no right to make one.
 */
export const METRICS = {
  /** Requests of a listener, answered or not. */
  Turns: 'Count',
  /** Speech of which no words came through. */
  Fallbacks: 'Count',
  /** Words that stand for nothing here: an intent, a topic, a field or a term that the skill does not have. */
  Unmatched: 'Count',
  /** Key points of a graded answer, by their state. */
  Said: 'Count',
  Unsure: 'Count',
  NotHeard: 'Count',
  /** What the coach took to decide, and what the table took to answer. The whole is Lambda's own Duration. */
  DecideTime: 'Milliseconds',
  StoreTime: 'Milliseconds',
  /** Calls to the table. */
  Reads: 'Count',
  Writes: 'Count',
  /** Turns that ended in an apology. */
  Failures: 'Count',
  /** Calls that the table did not answer, or not in time. */
  StoreFailures: 'Count',
  /** Items met that a newer version wrote: they are left alone. */
  NewerItems: 'Count',
} as const;

export type MetricName = keyof typeof METRICS;
export type Counts = Readonly<Partial<Record<MetricName, number>>>;

const NAMESPACE = 'InterviewRehearsal';

/**
 * The part of a log line that makes metrics of its numbers: CloudWatch's embedded metric format, whose few lines of JSON do without
 * a library's 47 kB and 25 ms of start.
 * @param stage the one dimension: which deployment it was
 * @param now milliseconds since 1970
 */
export const embedded = (stage: string, now: number, counts: Counts): Readonly<Record<string, unknown>> => ({
  _aws: {
    Timestamp: now,
    CloudWatchMetrics: [
      {
        Namespace: NAMESPACE,
        Dimensions: [['Stage']],
        Metrics: Object.entries(METRICS).flatMap(([Name, Unit]) => (Name in counts ? [{ Name, Unit }] : [])),
      },
    ],
  },
  Stage: stage,
});
