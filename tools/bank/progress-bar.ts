import { SingleBar } from 'cli-progress';

/** How far long work is. */
export interface ProgressBar {
  start(total: number): void;
  at(done: number): void;
  stop(): void;
}

/** A bar on standard error, where a terminal is; elsewhere nothing. */
export function progressBar(what: string): ProgressBar {
  const bar = new SingleBar({ format: `${what} {bar} {value}/{total}, {eta_formatted} left`, etaBuffer: 50 });
  return {
    start: (total) => bar.start(total, 0),
    at: (done) => bar.update(done),
    stop: () => bar.stop(),
  };
}
