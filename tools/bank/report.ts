import { type Problem, sortProblems } from './problem';

const RED = '\u001b[31m';
const YELLOW = '\u001b[33m';
const BLUE = '\u001b[34m';
const BOLD = '\u001b[1m';
const PLAIN = '\u001b[0m';

/** Colour belongs on a terminal alone, and nowhere when `NO_COLOR` is set. */
export const wantsColour = (stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean =>
  stream.isTTY === true && !env.NO_COLOR;

/** `file:line: error: message`, one a line, with an empty line between files. */
export function formatProblems(problems: readonly Problem[], colour: boolean): string {
  const lines: string[] = [];
  let file: string | undefined;
  for (const problem of sortProblems(problems)) {
    if (file !== undefined && file !== problem.file) lines.push('');
    file = problem.file;
    lines.push(formatProblem(problem, colour));
  }
  return lines.join('\n');
}

function formatProblem({ file, line, severity, message }: Problem, colour: boolean): string {
  if (!colour) return `${file}:${line}: ${severity}: ${message}`;
  const paint = { error: RED, warning: YELLOW, note: BLUE }[severity];
  return `${BOLD}${file}:${line}:${PLAIN} ${paint}${severity}:${PLAIN} ${message}`;
}

/** "2 errors, 1 warning" */
export function countProblems(problems: readonly Problem[]): string {
  const count = (severity: Problem['severity']): string => {
    const n = problems.filter((problem) => problem.severity === severity).length;
    return `${n} ${severity}${n === 1 ? '' : 's'}`;
  };
  const notes = problems.some(({ severity }) => severity === 'note') ? `, ${count('note')}` : '';
  return `${count('error')}, ${count('warning')}${notes}`;
}
