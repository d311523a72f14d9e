import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { LOCALE_FILES } from '../interaction-model/locales';
import { namesIn } from '../interaction-model/model';
import type { NamedField } from '../interaction-model/vocabulary';
import { writeAudio } from './audio/write';
import { buildPack } from './bank/build-pack';
import { writeLexicon } from './bank/lexicon-file';
import type { Outside } from './bank/pack';
import { progressBar } from './bank/progress-bar';
import { formatProblems } from './bank/report';
import { buildModel } from './build-model';
import { bundle, bundleServer } from './bundle';
import { writeCardImages } from './card-images';
import { BANK, DIST, ROOT } from './paths';

/** What the build reads. */
const SOURCES = ['bank', 'interaction-model', 'lambda', 'tools', 'package-lock.json'];
const STAMP = join(DIST, 'built');

/** Something that an author or operator has to put right, told in a sentence. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}

/** Where a build takes its bank from and where it puts everything. */
export interface BuildOptions {
  readonly bank?: string;
  readonly dist?: string;
  /** Bytes of the largest pack that lies beside the function; a larger one goes to `dist/packs`, and to S3 when it is deployed. */
  readonly most?: number;
}

/** A Lambda function may have 250 MB unpacked, and there is more in it than the pack. */
const MOST_BESIDE = 200_000_000;

/**
 * Builds everything into `dist`: the function with its packs, the skill package, the quiet audio, pictures for cards and a web server. Throws `BuildError` on a
 * broken bank.
 */
export async function buildAll(
  say: (line: string) => void,
  { bank = BANK, dist = DIST, most = MOST_BESIDE }: BuildOptions = {},
): Promise<void> {
  // Made aside and then put in place, so that whoever runs what was built before never finds half of it.
  const made = `${dist}-${process.pid}`;
  try {
    const { fields, lexicon } = await packed(bank, join(made, 'lambda'), { dir: join(made, 'packs'), over: most });
    await bundle(join(made, 'lambda'));
    writeLexicon(lexicon, join(made, 'lambda'));
    buildModel({ outDir: join(made, 'skill-package'), fields });
    for (const line of unnamed(fields)) say(line);
    await writeAudio(join(made, 'audio'));
    writeCardImages(join(made, 'images'));
    await bundleServer(join(made, 'server'));
    writeFileSync(join(made, 'built'), '');
    rmSync(dist, { recursive: true, force: true });
    renameSync(made, dist);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  const parts = ['lambda', 'skill-package', 'audio', 'images', 'server', 'packs']
    .map((part) => join(dist, part))
    .filter(existsSync);
  say(`Built ${parts.map((dir) => `${relative(ROOT, dir)} (${kilobytes(dir)} kB)`).join(', ')}.`);
}

/** What the interaction model has no room for. */
const unnamed = (fields: readonly NamedField[]): readonly string[] =>
  (['FIELD', 'TOPIC', 'TERM'] as const).flatMap((type) => {
    const { named, of } = namesIn(LOCALE_FILES['en-US'], fields, type);
    if (named === of) return [];
    return [
      `Alexa's model has room for ${named} of ${of} names in ${type}, those of the fullest fields; the others are found by their words.`,
    ];
  });

/** From so many fields on, whoever waits wants to see how far it is. */
const MANY = 100;

async function packed(bank: string, outDir: string, outside: Outside) {
  const bar = progressBar('Compiling fields');
  const progress = (done: number, total: number): void => {
    if (total < MANY) return;
    if (done === 1) bar.start(total);
    bar.at(done);
    if (done === total) bar.stop();
  };
  const { fields, files, problems } = await buildPack(bank, outDir, { progress, outside });
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) {
    throw new BuildError(`The bank has errors; mend them first.\n${formatProblems(errors, false)}`);
  }
  return { fields, lexicon: files.lexicon.map(({ value }) => value) };
}

/** Builds what is missing or older than its sources. */
export async function ensureBuilt({ quiet = false }: { readonly quiet?: boolean } = {}): Promise<void> {
  if (existsSync(STAMP) && newest(SOURCES.map((s) => join(ROOT, s))) <= statSync(STAMP).mtimeMs) return;
  const say = quiet ? () => {} : (line: string) => process.stderr.write(`${line}\n`);
  say('Building the skill …');
  await buildAll(say);
}

function newest(paths: readonly string[]): number {
  return Math.max(
    ...paths.flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path])).map((f) => statSync(f).mtimeMs),
  );
}

const filesIn = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const kilobytes = (dir: string): number =>
  Math.round(filesIn(dir).reduce((sum, file) => sum + statSync(file).size, 0) / 1024);

const HELP = `Builds what is deployed and played into dist/.

  npm run build
  npm run build -- --bank DIR --out DIR   another bank, into another folder
  npm run build -- --packs outside        puts the pack of questions into dist/packs, which is deployed to S3, as is done by
                                          itself when it is too large to lie in the function

  --help   this text`;

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const options = { bank: text, out: text, packs: text, help: { type: 'boolean' } } as const;
  const { values } = parseArgs({ options });
  if (values.help) return console.log(HELP);
  if ((values.bank === undefined) !== (values.out === undefined))
    throw new BuildError('--bank and --out belong together: dist/ is for the bank of this project.');
  if (values.packs !== undefined && values.packs !== 'outside')
    throw new BuildError(`--packs takes outside, not "${values.packs}".`);
  const started = performance.now();
  await buildAll((line) => console.log(line), {
    ...(values.bank !== undefined && { bank: values.bank }),
    ...(values.out !== undefined && { dist: resolve(values.out) }),
    ...(values.packs !== undefined && { most: 0 }),
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `It took ${seconds} s, and ${Math.round(process.resourceUsage().maxRSS / 1024)} MB of memory at the most.`,
  );
}

if (require.main === module) {
  main().catch((error: unknown) => {
    const told = error instanceof BuildError || (error instanceof TypeError && 'code' in error);
    console.error(told ? error.message : error);
    process.exitCode = told ? 2 : 1;
  });
}
