import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkBank } from '../check';
import type { Command } from '../command';
import { type CompiledBank, compileBank } from '../compile';
import { type Published, printOf, writePublished } from '../published';
import { countProblems, formatProblems } from '../report';

/** `npm run bank -- publish` */
export const publish: Command = {
  name: 'publish',
  summary: 'gives every new question its number for good, in published.json',
  help: `Checks the bank first and writes nothing while it has errors. From then on a question's words, its key point ids and
weights do not change any more: learners' progress relies on them. Commit published.json with the questions.`,
  options: {},
  run(root, _, io) {
    const bank = compileBank(root);
    const errors = checkBank(bank, io.today).filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      io.err(`${formatProblems(errors, io.colour)}\n`);
      io.err(`${countProblems(errors)}: nothing was published. Put them right and run this again.`);
      return 1;
    }
    const published = withNew(bank);
    const added = count(published) - count(bank.source.published);
    if (added > 0) writeWhole(join(root, 'published.json'), writePublished(published));
    io.out(
      added > 0
        ? `${added} new question${added === 1 ? '' : 's'} published, ${count(published)} in all`
        : 'nothing new to publish',
    );
    return 0;
  },
};

const count = (published: Published): number =>
  Object.values(published).reduce((sum, questions) => sum + Object.keys(questions).length, 0);

/** What is published stays as it is; every other question comes in with the number that it was compiled with. */
function withNew(bank: CompiledBank): Published {
  const before = bank.source.published;
  const fields = bank.folders.filter(({ folder }) => !folder.isCommon);
  const now = fields.map(({ folder: { name }, questions, inherited }) => {
    const complete = [...questions, ...inherited].filter(({ question }) => !question.draft);
    const entries = complete.map(({ source, question: { id, number } }) => [
      id,
      { number, print: printOf(source.value) },
    ]);
    return [name, { ...Object.fromEntries(entries), ...before[name] }];
  });
  return { ...before, ...Object.fromEntries(now) };
}

/** Either the old file or the new one is there, whenever the process ends. */
function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}
