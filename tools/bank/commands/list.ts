import type { Command } from '../command';
import { type CompiledFolder, type CompiledQuestion, compileBank } from '../compile';
import { countProblems, formatProblems } from '../report';

/** `npm run bank -- list` */
export const list: Command = {
  name: 'list',
  summary: 'prints every question',
  help: `  --json   one JSON array with everything about each question

Questions whose form is wrong are left out; they are reported on standard error, and the exit code is 1.`,
  examples: ['list', 'list --json'],
  options: { json: { type: 'boolean' } },
  run(root, given, io) {
    const bank = compileBank(root);
    const common = bank.folders.filter(({ folder }) => folder.isCommon);
    const rows = bank.folders.flatMap((folder) =>
      folder.questions.map((question) => describe(folder, [folder, ...common], question)),
    );
    io.out(given.json ? JSON.stringify(rows, null, 2) : rows.map(line).join('\n'));
    if (bank.problems.length === 0) return 0;
    io.err(formatProblems(bank.problems, io.colour));
    io.err(`${countProblems(bank.problems)}: what is broken is not in the list.`);
    return 1;
  },
};

const line = ({ id, level, kind, ask }: ReturnType<typeof describe>): string =>
  [id.padEnd(36), level.padEnd(11), kind.padEnd(11), ask].join(' ');

/** A question with its links, some of which may be common to all fields, as addresses and all facts behind it, those of its claims included. */
function describe(
  { folder }: CompiledFolder,
  around: readonly CompiledFolder[],
  { source, question }: CompiledQuestion,
) {
  const { facts = [], keyPoints, redFlags = [], misconceptions = [] } = source.value;
  const named = [...facts, ...[...keyPoints, ...redFlags, ...misconceptions].flatMap((claim) => claim.facts ?? [])];
  const links = new Map(around.flatMap((each) => each.folder.links.map(({ value }) => [value.id, value.address])));
  return {
    id: question.id,
    field: folder.name,
    topic: question.topic,
    level: question.level,
    kind: question.kind,
    settings: question.settings,
    jurisdiction: question.jurisdiction,
    ask: question.ask,
    setup: question.setup ?? null,
    keyPoints: question.keyPoints.map(({ id, say, weight }) => ({ id, say, weight })),
    sampleShort: question.sampleShort,
    sampleLong: question.sampleLong,
    followUps: question.followUps,
    links: question.links.flatMap((id) => links.get(id) ?? []),
    facts: folder.facts
      .filter(({ value }) => named.includes(value.id))
      .map(({ value: { id, status, source: address } }) => ({ id, status, source: address ?? null })),
  };
}
