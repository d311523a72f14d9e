import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { QuestionSource } from '../../lambda/bank/schema';
import type { Read } from './entry';
import { error } from './problem';

const form = z.record(z.string(), z.record(z.string(), z.strictObject({ number: z.int().min(1), print: z.string() })));

/** What is out: field → question id → its number and the print of what learners' progress relies on. */
export type Published = z.infer<typeof form>;

/** Reads `published.json`. A broken one is an error and counts as empty. */
export function parsePublished(text: string, file: string): Read<Published> {
  const result = form.safeParse(parseJson(text));
  return result.success
    ? { value: result.data, problems: [] }
    : {
        value: {},
        problems: [error({ file, line: 1 }, 'is damaged; restore it from the last commit (never edit it by hand)')],
      };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An entry as the formatter has it. */
const lineOf = ({ number, print }: Published[string][string]): string =>
  `{ "number": ${number}, "print": ${JSON.stringify(print)} }`;

/** The file's text: keys sorted by code unit, so that two branches that publish differ in their own lines alone. */
export function writePublished(published: Published): string {
  const fields = sorted(published).map(([field, questions]) => {
    const lines = sorted(questions).map(([id, entry]) => `    ${JSON.stringify(id)}: ${lineOf(entry)}`);
    return `  ${JSON.stringify(field)}: {\n${lines.join(',\n')}\n  }`;
  });
  return `{\n${fields.join(',\n')}\n}\n`;
}

const sorted = <T>(record: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * Print of what learners' progress relies on: the question's words, and its key points with their weights in their order (a card keeps
 * one bit for each). Everything else may be improved after publishing.
 */
export function printOf(question: QuestionSource): string {
  const words = (text: string): string => text.trim().split(/\s+/).join(' ');
  const relied = [
    words(question.setup ?? ''),
    words(question.ask),
    question.keyPoints.map((point) => [point.id, point.weight]),
  ];
  return createHash('sha256').update(JSON.stringify(relied)).digest('hex').slice(0, 16);
}

/**
 * Numbers for all `ids` of a field: the published one, or for a new question the next that was never used, in the order given.
 */
export function numberQuestions(published: Published[string] | undefined, ids: readonly string[]): Map<string, number> {
  const known = published ?? {};
  let next = Math.max(0, ...Object.values(known).map((entry) => entry.number)) + 1;
  return new Map(ids.map((id) => [id, known[id]?.number ?? next++]));
}
