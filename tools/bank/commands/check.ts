import { checkBank } from '../check';
import { type Command, CommandError, type Io } from '../command';
import { type CompiledBank, compileBank, questionsIn } from '../compile';
import { didYouMean } from '../near';
import type { Problem } from '../problem';
import { progressBar } from '../progress-bar';
import { countProblems, formatProblems } from '../report';

/** `npm run bank -- check` */
export const check: Command = {
  name: 'check',
  summary: 'reads the whole bank and says what is wrong in it, where, and what to do',
  help: `  --topic ID   show only what concerns the file of this topic, notes included; everything is checked all the same
  --notes      show notes, too: phrases that are wider than they look, and the like

Exit code 0: no errors (there may be warnings). 1: errors. 2: the bank could not be read.`,
  examples: ['check', 'check --topic legal-holds'],
  options: { topic: { type: 'string' }, notes: { type: 'boolean' } },
  run(root, given, io) {
    const bank = compileBank(root);
    const files = bank.source.folders.flatMap(({ topics }) =>
      topics.filter(({ name }) => name === given.topic).map(({ file }) => file),
    );
    if (given.topic !== undefined && files.length === 0) {
      const topics = bank.source.folders.flatMap((folder) => folder.topics.map(({ name }) => name));
      throw new CommandError(
        `There is no topic "${given.topic}" in ${root}: name a file of a field's topics folder, without ".yaml".${didYouMean(String(given.topic), topics)}`,
      );
    }
    const all = withBar(bank, io);
    const shown = given.topic === undefined ? withoutNotes(all, given.notes === true) : inFiles(all, files);
    if (shown.length > 0) io.out(`${formatProblems(shown, io.colour)}\n`);
    io.out(countProblems(shown) + hidden(all, shown));
    return shown.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};

function withBar(bank: CompiledBank, io: Io): Problem[] {
  const bar = progressBar('Checking questions');
  bar.start(questionsIn(bank).length);
  try {
    return checkBank(bank, io.today, (done) => bar.at(done));
  } finally {
    bar.stop();
  }
}

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
