import { progressBar } from '../bank/progress-bar';

/** Long work with a bar that says how far it is; the bar goes when the work ends, however it ends. */
export async function withBar<T>(
  what: string,
  total: number,
  work: (at: (done: number) => void) => T | Promise<T>,
): Promise<T> {
  const bar = progressBar(what);
  bar.start(total);
  try {
    return await work(bar.at);
  } finally {
    bar.stop();
  }
}
