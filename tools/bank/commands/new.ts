import { join } from 'node:path';
import { KINDS, LEVELS } from '../../../lambda/bank/types';
import { type Command, CommandError, type Given } from '../command';
import { type CompiledBank, type CompiledFolder, compileBank } from '../compile';
import { templateOf } from '../template';

/** `npm run bank -- new` */
export const newQuestion: Command = {
  name: 'new',
  summary: 'prints a commented question to be filled in, with the next free id',
  help: `  --topic ID     the topic's file, without ".yaml"
  --field ID     the field's folder; may be left out where the topic's name tells it
  --kind KIND    ${KINDS.join(', ')} (knowledge)
  --level LEVEL  ${LEVELS.join(', ')} (entry)

Put it at the end of the topic's file: npm run --silent bank -- new --topic legal-holds >> bank/records-technician/topics/legal-holds.yaml
Replace everything in pointed brackets, then run "npm run bank -- check --topic legal-holds".`,
  options: {
    field: { type: 'string' },
    topic: { type: 'string' },
    kind: { type: 'string', default: 'knowledge' },
    level: { type: 'string', default: 'entry' },
  },
  run(root, given, io) {
    const bank = compileBank(root);
    const folder = folderOf(bank, given);
    const topic = topicOf(folder, given);
    const [kind, level] = [oneOf(KINDS, 'kind', given), oneOf(LEVELS, 'level', given)];
    const prefix = folder.folder.field?.value.prefix ?? prefixSeen(folder);
    if (prefix === undefined)
      throw new CommandError(
        `${folder.folder.file} gives no prefix for the field's question ids: add "prefix: xy" there.`,
      );
    const id = nextId(bank, folder, `${prefix}-${topic}`);
    io.out(templateOf({ id, kind, level, month: io.today.toISOString().slice(0, 'YYYY-MM'.length) }).trimEnd());
    io.err(`${id} belongs at the end of ${join(root, folder.folder.name, 'topics', `${topic}.yaml`)}.`);
    return 0;
  },
};

/** The field that is named, or the only one that has the topic. */
function folderOf({ folders }: CompiledBank, given: Given): CompiledFolder {
  const names = folders.map(({ folder }) => folder.name);
  const having = folders.filter(({ folder }) =>
    given.field === undefined ? folder.topics.some(({ name }) => name === given.topic) : folder.name === given.field,
  );
  const [found, another] = having;
  if (found && !another) return found;
  if (another) throw new CommandError(`Several fields have that topic: say which with --field (${names.join(', ')}).`);
  if (given.field !== undefined)
    throw new CommandError(`There is no field "${String(given.field)}": there are ${names.join(', ')}.`);
  if (given.topic === undefined) throw new CommandError('Say which topic the question is about: --topic ID.');
  throw new CommandError(`No field has a topic "${String(given.topic)}". Topics: ${topicsOf(folders)}.`);
}

function topicOf(folder: CompiledFolder, given: Given): string {
  const found = folder.folder.topics.find(({ name }) => name === given.topic);
  if (found) return found.name;
  const problem =
    given.topic === undefined
      ? 'Say which topic the question is about: --topic ID.'
      : `There is no topic "${String(given.topic)}".`;
  throw new CommandError(
    `${problem} Topics: ${topicsOf([folder])}. For a new one, begin a file in the field's topics folder.`,
  );
}

const topicsOf = (folders: readonly CompiledFolder[]): string =>
  folders.flatMap(({ folder }) => folder.topics.map(({ name }) => name)).join(', ') || 'none yet';

function oneOf<T extends string>(all: readonly T[], option: string, given: Given): T {
  const found = all.find((each) => each === given[option]);
  if (found === undefined)
    throw new CommandError(`There is no ${option} "${String(given[option])}": use one of ${all.join(', ')}.`);
  return found;
}

/** What the ids of a folder without a head begin with. */
const prefixSeen = ({ folder }: CompiledFolder): string | undefined =>
  [...folder.written.questions].flatMap((id) => /^[a-z]{2,4}(?=-)/.exec(id)?.[0] ?? [])[0];

/** The next number that no question has or had: written, published or retired. */
function nextId({ source }: CompiledBank, { folder }: CompiledFolder, stem: string): string {
  const ids = [
    ...folder.written.questions,
    ...Object.values(source.published).flatMap((questions) => Object.keys(questions)),
    ...source.retired.map(({ value }) => value.id),
  ];
  const numbers = ids.flatMap((id) => (id.startsWith(`${stem}-`) ? Number(id.slice(stem.length + 1)) : []));
  const next = Math.max(0, ...numbers.filter(Number.isInteger)) + 1;
  return `${stem}-${String(next).padStart(3, '0')}`;
}
