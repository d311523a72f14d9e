import { CommandError } from './command';
import { type CompiledBank, type CompiledFolder, type CompiledQuestion, compileBank } from './compile';
import { nearest } from './near';

/** A question of the bank, with the folder that it stands in. */
export interface Found {
  readonly bank: CompiledBank;
  readonly folder: CompiledFolder;
  readonly compiled: CompiledQuestion;
}

const NEAR = 3;

/** The question of that id. Throws `CommandError` with the ids that come closest. */
export function findQuestion(root: string, id: string): Found {
  const bank = compileBank(root);
  const { folders, problems } = bank;
  const all = folders.flatMap((folder) => folder.questions.map((compiled) => ({ bank, folder, compiled })));
  const found = all.find(({ compiled }) => compiled.question.id === id);
  if (found) return found;
  const near = nearest(
    id,
    all.map(({ compiled }) => compiled.question.id),
    NEAR,
  );
  const broken =
    problems.length > 0 ? ' Some questions have errors and are left out: "npm run bank -- check" names them.' : '';
  const close = near.length > 0 ? `Close to it: ${near.join(', ')}.` : '"npm run bank -- list" shows them all.';
  throw new CommandError(`There is no question "${id}" in ${root}. ${close}${broken}`);
}
