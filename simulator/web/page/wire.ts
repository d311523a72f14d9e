import type { Shown, Start } from '../shown';

const AWAY = 'The speaker does not answer. Is "npm run web" still running?';

const sent = (path: string, body: unknown): Promise<Response> =>
  fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

/** What is done at the page: a line is said (or what stands in brackets happens), or the screen is touched. */
export type Done = { readonly line: string } | { readonly touch: readonly string[] };

let last: Promise<unknown> = Promise.resolve();

/** Plays it at the speaker, one thing after the other in the order in which they are done. Never rejects: what went wrong is told. */
export function play(done: Done): Promise<Shown> {
  const next = last.then(() => played(done));
  last = next;
  return next;
}

async function played(done: Done): Promise<Shown> {
  try {
    const response = await sent('/play', done);
    return response.ok ? await response.json() : { fault: await response.text() };
  } catch {
    return { fault: AWAY };
  }
}

/** What the page asks about the speaker as it begins. */
export async function start(): Promise<Start | { readonly fault: string }> {
  try {
    const response = await fetch('/start');
    return response.ok ? await response.json() : { fault: await response.text() };
  } catch {
    return { fault: AWAY };
  }
}

/** Words as sound, by the server's voice; nothing when it fails. */
export async function recorded(words: string): Promise<Blob | undefined> {
  const response = await sent('/voice', { words }).catch(() => undefined);
  return response?.ok === true ? response.blob() : undefined;
}
