import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { checkBank } from '../check';
import { type Command, CommandError, type Given } from '../command';
import { compileBank } from '../compile';
import { filesOf, type Naming, nameOf } from '../import/field';
import { prefixOf, slugOf } from '../import/guess';
import { type Page, PageError, readPage } from '../import/page';
import { formatProblems } from '../report';
import { codeOf, readText } from '../yaml-file';

/** `npm run bank -- import FILE.md` */
export const importPage: Command = {
  name: 'import',
  operand: 'FILE.md',
  summary: 'makes a draft field of a page with sample questions',
  help: `The page begins with "# X Interview Prep" and an introduction, has "## Sample Questions" with a numbered list (a link in it leads to
more questions), and may name sites to follow. A new folder is written, never over an old one; its questions can be practised
at once in self-check, and "check" says what each still needs before anybody can get feedback on it.

  --name NAME    the field as it is spoken, where another field has the title's name already
  --id ID        name of the field's folder (from the name)
  --prefix XY    two to four letters that the field's question ids begin with (from the name)`,
  examples: ['import page.md', 'import page.md --name "dental nurse" --id dental-nurse --prefix dn'],
  options: { name: { type: 'string' }, id: { type: 'string' }, prefix: { type: 'string' } },
  run(root, given, io) {
    const file = String(given.operand);
    const read = pageIn(file);
    const page = typeof given.name === 'string' ? { ...read, title: given.name } : read;
    const naming = namingOf(page, root, given, file, io.today);
    const folder = join(root, naming.id);
    writeFolder(folder, filesOf(page, naming));
    io.out(`${folder} is written: ${page.questions.length} draft questions, ${linkCount(page)} links.`);
    const problems = checkBank(compileBank(root), io.today).filter((problem) =>
      resolve(problem.file).startsWith(`${resolve(folder)}/`),
    );
    io.out(`\nWhat is missing before feedback can be given:\n\n${formatProblems(problems, io.colour)}\n`);
    if (problems.some(({ severity }) => severity === 'error')) {
      io.out('Put the errors right; then they can be practised.');
      return 1;
    }
    io.out(`They can be practised now: npm start, then "open interview rehearsal" and "switch to ${nameOf(page)}".`);
    return 0;
  },
};

const linkCount = ({ sites, more }: Page): number => sites.length + (more ? 1 : 0);

function pageIn(file: string): Page {
  const text = readText(fromHere(file));
  if (text === undefined) throw new CommandError(`There is no file ${file}. Name the page to import, such as page.md.`);
  try {
    return readPage(text);
  } catch (cause) {
    if (!(cause instanceof PageError)) throw cause;
    throw new CommandError(`${file} cannot be imported: ${cause.message}.`);
  }
}

/** npm runs scripts in the project's folder; a path is meant from where the person stands. */
const fromHere = (path: string): string =>
  resolve(process.env.npm_lifecycle_event === 'bank' ? (process.env.INIT_CWD ?? '.') : '.', path);

function namingOf(page: Page, root: string, given: Given, file: string, today: Date): Naming {
  const id = typeof given.id === 'string' ? given.id : slugOf(page.title);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new CommandError(`"${id}" cannot name a folder: use lower-case letters, digits and hyphens (--id).`);
  if (existsSync(join(root, id)))
    throw new CommandError(
      `${join(root, id)} is there already, and nothing is written over it. Give the new field another name with --id, or move the old folder away.`,
    );
  const fields = compileBank(root).source.folders.flatMap(({ field }) => field?.value ?? []);
  const name = nameOf(page);
  const namesake = fields.find((field) => [field.name, field.plural, ...field.aliases].includes(name));
  if (name === '' || namesake)
    throw new CommandError(
      namesake
        ? `The field ${namesake.id} is called "${name}", too. Give the new one another name with --name.`
        : 'The name has no letter or digit that can be spoken. Give another with --name.',
    );
  const taken = new Set(fields.map((field) => field.prefix));
  const prefix = typeof given.prefix === 'string' ? given.prefix : prefixOf(nameOf(page), taken);
  if (prefix === undefined || !/^[a-z]{2,4}$/.test(prefix))
    throw new CommandError(
      `"${prefix ?? ''}" cannot begin question ids: give two to four lower-case letters (--prefix).`,
    );
  if (taken.has(prefix))
    throw new CommandError(
      `Another field's question ids begin with "${prefix}". Give this one other letters (--prefix).`,
    );
  return { id, prefix, from: basename(file), month: today.toISOString().slice(0, 'YYYY-MM'.length) };
}

/** The whole folder is there, or nothing of it. */
function writeFolder(folder: string, files: Readonly<Record<string, string>>): void {
  const draft = join(dirname(folder), `.${basename(folder)}.${process.pid}.tmp`);
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(draft, file)), { recursive: true });
      writeFileSync(join(draft, file), text, { flag: 'wx' });
    }
    renameSync(draft, folder);
  } catch (cause) {
    throw new CommandError(`${folder} cannot be written (${codeOf(cause)}). May you write there, and is there room?`);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
