import type { ShownTurn } from '../shown';
import { the } from './elements';

const put = (id: string, text: string): void => {
  the(id, HTMLElement).textContent = text;
};

/** What went on behind a turn that reached the skill. */
export function showBehind(turn: ShownTurn, ms: number): void {
  if (turn.request === null) return;
  const { read, write } = turn.calls;
  put('understood', turn.understood === '' ? 'no intent' : turn.understood);
  put('time', `${ms} ms`);
  put('calls', `${read} read, ${write} written`);
  put('bytes', `${(turn.bytes / 1000).toFixed(1)} kB`);
  put('rules', turn.warnings.length === 0 ? 'all kept' : turn.warnings.join(' '));
  put('request', JSON.stringify(turn.request, null, 2));
  put('response', JSON.stringify(turn.response, null, 2));
}

/** Nothing has gone on yet. */
export function showNothingBehind(): void {
  for (const id of ['understood', 'time', 'calls', 'bytes', 'rules', 'request', 'response']) put(id, '–');
}
