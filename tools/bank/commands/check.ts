import { checkBank } from '../check';
import type { Command } from '../command';
import { compileBank } from '../compile';
import type { Problem } from '../problem';
import { countProblems, formatProblems } from '../report';

/** `npm run bank -- check` */
export const check: Command = {
  name: 'check',
  summary: 'reads the whole bank and says what is wrong in it, where, and what to do',
  help: `  --topic ID   show only what concerns the file of this topic, notes included; everything is checked all the same
  --notes      show notes, too: phrases that are wider than they look, and the like

Exit code 0: no errors (there may be warnings). 1: errors. 2: the bank could not be read.`,
  options: { topic: { type: 'string' }, notes: { type: 'boolean' } },
  run(root, given, io) {
    const bank = compileBank(root);
    const files = bank.source.folders.flatMap(({ topics }) =>
      topics.filter(({ name }) => name === given.topic).map(({ file }) => file),
    );
    if (given.topic !== undefined && files.length === 0) {
      io.err(`There is no topic "${given.topic}" in ${root}: name a file of a field's topics folder, without ".yaml".`);
      return 2;
    }
    const all = checkBank(bank, io.today);
    const shown = given.topic === undefined ? withoutNotes(all, given.notes === true) : inFiles(all, files);
    if (shown.length > 0) io.out(`${formatProblems(shown, io.colour)}\n`);
    io.out(countProblems(shown) + hidden(all, shown));
    return shown.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

const inFiles = (problems: readonly Problem[], files: readonly string[]): readonly Problem[] =>
  problems.filter(({ file }) => files.includes(file));

const withoutNotes = (problems: readonly Problem[], wanted: boolean): readonly Problem[] =>
  wanted ? problems : problems.filter(({ severity }) => severity !== 'note');

/** How much there is beside what is shown. */
function hidden(all: readonly Problem[], shown: readonly Problem[]): string {
  const rest = all.filter((problem) => !shown.includes(problem));
  const notes = rest.filter(({ severity }) => severity === 'note').length;
  const others = rest.length - notes;
  if (others > 0) return ` (${others} more in other files, not shown)`;
  return notes > 0 ? ` (and ${notes} note${notes === 1 ? '' : 's'}; --notes or --topic shows them)` : '';
}
