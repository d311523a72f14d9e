import { heardOf } from './response';
import type { Turn } from './turn';

/** A turn as one line of JSON for programs. */
export function jsonLine(turn: Turn): string {
  const slots = Object.entries(turn.understood?.slots ?? {}).map(([name, { value, matched }]) => [
    name,
    { value, ...(matched?.id === undefined ? {} : { id: matched.id }) },
  ]);
  return JSON.stringify({
    utterance: turn.utterance,
    intent: turn.understood?.intent ?? null,
    slots: Object.fromEntries(slots),
    speech: heardOf(turn.ssml),
    ssml: turn.ssml,
    reprompt: turn.reprompt === undefined ? null : heardOf(turn.reprompt),
    card: turn.card ?? null,
    directives: turn.directives,
    open: turn.open,
    calls: turn.calls,
    request: turn.request ?? null,
    response: turn.response,
  });
}

/** A turn as a transcript: what was said, and what the coach said. */
export const transcript = (turn: Turn): string => `U: ${turn.utterance}\nC: ${heardOf(turn.ssml)}`.trimEnd();

/** What Alexa understood, for people who watch: `AskIntent topic="privacy" (sample)`. Empty where no intent was heard. */
export function understoodLine(turn: Turn): string {
  if (turn.understood === undefined) return '';
  const { intent, slots, by } = turn.understood;
  const filled = Object.entries(slots).map(([name, { value, matched }]) => {
    if (matched === undefined) return `${name}="${value}"`;
    return `${name}="${value}" ${matched === null ? '(not on the list)' : `→ ${matched.id ?? matched.name}`}`;
  });
  return [intent, ...filled, `(${by})`].join(' ');
}

/** A card in a box, as the Alexa app would show it; lines are at most `width` characters. */
export function boxed(card: NonNullable<Turn['card']>, width: number): string {
  const inner = Math.max(20, width - 4);
  const lines = [
    card.title,
    ...(card.title ? [''] : []),
    ...card.text.split(/\r?\n/),
    ...(card.image ? [card.image] : []),
  ];
  const wrapped = lines.flatMap((line) => wrap(line, inner));
  const longest = Math.max(...wrapped.map((line) => line.length));
  const edge = '─'.repeat(longest + 2);
  return [`┌${edge}┐`, ...wrapped.map((line) => `│ ${line.padEnd(longest)} │`), `└${edge}┘`].join('\n');
}

function wrap(text: string, width: number): readonly string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}
