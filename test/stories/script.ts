import { type Line, parseScript } from '../../simulator/script';

/** What a line of a story has to lead to. */
export type Expectation =
  /** The speech of the line, all its turns together; `…` stands for anything. */
  | { readonly wants: 'speech'; readonly pattern: string }
  /** What may not be part of the speech. */
  | { readonly wants: 'not'; readonly pattern: string }
  | { readonly wants: 'ssml'; readonly pattern: string }
  /** Title and text of a card. */
  | { readonly wants: 'card'; readonly pattern: string }
  | { readonly wants: 'intent'; readonly pattern: string }
  | { readonly wants: 'open' | 'closed' | 'no reply' };

/** One line of a story with what it has to lead to. */
export interface Scene {
  readonly line: Line;
  readonly expected: readonly (Expectation & { readonly number: number })[];
}

const FORMS = '"# C …", "# not …", "# ssml …", "# card …", "# intent …", "# open", "# closed" and "# no reply"';

/**
 * Reads a story: a script, where comments right after a line say what it leads to. Other comments stand after an empty line, so that a
 * misspelt expectation cannot pass for one.
 * @throws Error with the number of a line that is no expectation, or that nothing was expected of
 */
export function parseStory(text: string): readonly Scene[] {
  const rows = text.split(/\r?\n/).map((row) => row.trim());
  return parseScript(text).map((line) => {
    const expected = expectations(rows, line.number);
    if (expected.length === 0 && !moves(line))
      throw new Error(`Line ${line.number}: nothing is expected of "${line.text}".`);
    return { line, expected };
  });
}

/** Lines that change the world around the skill, and that nobody answers. */
const moves = ({ command }: Line): boolean =>
  [
    'later',
    'end',
    'screen',
    'person',
    'device',
    'permission',
    'timezone',
    'service',
    'trouble',
    'skill-disabled',
  ].includes(command.does);

function expectations(rows: readonly string[], after: number): Scene['expected'] {
  const below = rows.slice(after);
  const end = below.findIndex((row) => !row.startsWith('#'));
  return below.slice(0, end < 0 ? below.length : end).map((row, i) => {
    const number = after + i + 1;
    return { ...expectation(row.slice(1).trim(), number), number };
  });
}

function expectation(said: string, number: number): Expectation {
  if (said === 'open' || said === 'closed' || said === 'no reply') return { wants: said };
  const [, form = '', pattern] = /^(\w+) (.+)$/.exec(said) ?? [];
  const wants = WITH_PATTERN[form];
  if (wants === undefined || pattern === undefined) {
    throw new Error(
      `Line ${number}: "# ${said}" is no expectation; there are ${FORMS}. Put an empty line before a comment.`,
    );
  }
  return { wants, pattern };
}

const WITH_PATTERN: Readonly<Record<string, Exclude<Expectation['wants'], 'open' | 'closed' | 'no reply'>>> = {
  C: 'speech',
  not: 'not',
  ssml: 'ssml',
  card: 'card',
  intent: 'intent',
};

/** True if a text is as a pattern says; `…` stands for anything, and blanks for any blanks. */
export function fits(pattern: string, text: string): boolean {
  const parts = pattern.split('…').map((part) => plain(part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.map((part) => part.trim()).join('.*')}$`, 's').test(plain(text));
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
