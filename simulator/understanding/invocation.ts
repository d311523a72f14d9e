import { keys } from './words';

/** What a sentence is to the device before any skill hears it. */
export type Addressed =
  /** "open interview rehearsal" */
  | { readonly to: 'launch' }
  /** "ask interview rehearsal for a question": the ways in which the request may be read, the likelier first. */
  | { readonly to: 'one-shot'; readonly requests: readonly string[] }
  /** Words with no invocation; without the wake word. */
  | { readonly to: 'session'; readonly text: string };

const WAKE = /^(?:hey )?(?:alexa|echo|computer)$/;
const LAUNCH_WORDS: ReadonlySet<string> = new Set('open start launch begin run play load use resume enable'.split(' '));
const ASK_WORDS: ReadonlySet<string> = new Set(['ask', 'tell', 'open', 'start', 'launch', 'use', 'begin']);
/** Words that join the invocation name and the request: dropped in the second reading. */
const JOINTS: ReadonlySet<string> = new Set(['for', 'to', 'and', 'that', 'about', 'if', 'whether']);
/** "give me a question from interview rehearsal" */
const BEFORE_NAME: ReadonlySet<string> = new Set(['from', 'using']);
const PLEASE: ReadonlySet<string> = new Set(['please', 'now']);

/** Sorts a sentence by the invocation name: a launch, a one-shot, or words for the session that is open. */
export function addressed(sentence: string, invocationName: string): Addressed {
  const said = sentence.trim().split(/\s+/);
  const bare = WAKE.test(keys(said[0] ?? '').join(' ')) ? said.slice(1).join(' ') : said.join(' ');
  const all = keys(bare).filter((word, i, list) => !(PLEASE.has(word) && (i === 0 || i === list.length - 1)));
  const name = keys(invocationName);
  const at = all.findIndex((_, i) => name.every((word, j) => all[i + j] === word));
  if (at < 0) return { to: 'session', text: bare };
  const before = all.slice(0, at);
  const after = all.slice(at + name.length);
  if (after.length === 0 && isOpening(before)) return { to: 'launch' };
  if (before.length === 1 && ASK_WORDS.has(before[0] ?? '')) return oneShot(after);
  if (before.length === 0 && after.length > 0) return oneShot(after);
  const joint = before.at(-1) ?? '';
  if (after.length === 0 && before.length > 1 && BEFORE_NAME.has(joint)) {
    return { to: 'one-shot', requests: [before.slice(0, -1).join(' ')] };
  }
  return { to: 'session', text: bare };
}

function isOpening(before: readonly string[]): boolean {
  const opening = before.filter((word) => word !== 'the' && word !== 'up' && word !== 'skill');
  return opening.length === 0 || (opening.length === 1 && (LAUNCH_WORDS.has(opening[0] ?? '') || opening[0] === 'ask'));
}

function oneShot(request: readonly string[]): Addressed {
  const whole = request.join(' ');
  if (!JOINTS.has(request[0] ?? '') || request.length === 1) return { to: 'one-shot', requests: [whole] };
  return { to: 'one-shot', requests: [request.slice(1).join(' '), whole] };
}
