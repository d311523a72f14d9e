/** One thing that an operator needs, and whether it is there. */
export interface Finding {
  /** By its name, as it is told in the summary. */
  readonly name: string;
  /** `unknown`: it cannot be asked about before something else is there. `note`: worth knowing, and in nobody's way. */
  readonly is: 'there' | 'missing' | 'unknown' | 'note';
  /** What was found. */
  readonly says: string;
  /** How to get what is missing. */
  readonly how?: string;
}

/** Things that belong together. */
export interface Part {
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** True if nothing of a part stands in the way. */
export const isReady = ({ findings }: Part): boolean => namesMissing(findings).length === 0;

/** What is missing, or cannot be known before something else is there. */
export const namesMissing = (findings: readonly Finding[]): readonly string[] =>
  findings.filter(({ is }) => is === 'missing' || is === 'unknown').map(({ name }) => name);

const SIGNS = { there: '✓', missing: '✗', unknown: '?', note: '·' } as const;

/** Parts as lines to print: a sign, what was found, and below it what to do. */
export const formatParts = (parts: readonly Part[]): readonly string[] =>
  parts.flatMap(({ title, findings }) => [
    title,
    ...findings.flatMap(({ is, name, says, how }) => [
      `  ${SIGNS[is]} ${name}: ${says}`,
      ...(how === undefined ? [] : how.split('\n').map((line) => `      ${line}`)),
    ]),
    '',
  ]);
