import { CommandError } from './command';
import { type CompiledFolder, type CompiledQuestion, compileBank } from './compile';

/** A question of the bank, with the folder that it stands in. */
export interface Found {
  readonly folder: CompiledFolder;
  readonly compiled: CompiledQuestion;
}

const NEAR = 3;

/** The question of that id. Throws `CommandError` with the ids that come closest. */
export function findQuestion(root: string, id: string): Found {
  const { folders, problems } = compileBank(root);
  const all = folders.flatMap((folder) => folder.questions.map((compiled) => ({ folder, compiled })));
  const found = all.find(({ compiled }) => compiled.question.id === id);
  if (found) return found;
  const near = all
    .map(({ compiled: { question } }) => ({ id: question.id, far: distance(question.id, id) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, NEAR);
  const broken =
    problems.length > 0 ? ' Some questions have errors and are left out: "npm run bank -- check" names them.' : '';
  throw new CommandError(
    `There is no question "${id}" in ${root}. ${near.length > 0 ? `Close to it: ${near.map((each) => each.id).join(', ')}.` : ''}${broken}`.trim(),
  );
}

/** How many letters have to change to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
