/** What a piece of work comes to, unless its time is over first: then it rejects with the limit's reason, and nobody waits for it. */
export async function inTime<T>(work: Promise<T>, limit: AbortSignal): Promise<T> {
  let late = (): void => undefined;
  const over = new Promise<never>((_, reject) => {
    late = () => reject(limit.reason);
    if (limit.aborted) late();
    else limit.addEventListener('abort', late, { once: true });
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    limit.removeEventListener('abort', late);
  }
}
