import { checkBank } from '../check';
import type { Command } from '../command';
import { compileBank } from '../compile';
import { countProblems, formatProblems } from '../report';

/** `npm run bank -- check` */
export const check: Command = {
  name: 'check',
  summary: 'reads the whole bank and says what is wrong in it, where, and what to do',
  help: `  --topic ID   show only what concerns the file of this topic; everything is checked all the same

Exit code 0: no errors (there may be warnings). 1: errors. 2: the bank could not be read.`,
  options: { topic: { type: 'string' } },
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
    const shown = given.topic === undefined ? all : all.filter(({ file }) => files.includes(file));
    if (shown.length > 0) io.out(`${formatProblems(shown, io.colour)}\n`);
    const hidden = all.length - shown.length;
    io.out(countProblems(shown) + (hidden > 0 ? ` (${hidden} more in other files, not shown)` : ''));
    return shown.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};
