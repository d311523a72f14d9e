import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { writeAudio } from './audio/write';
import { compileBank } from './bank/compile';
import { writePack } from './bank/pack';
import { formatProblems } from './bank/report';
import { buildModel } from './build-model';
import { bundle, bundleServer } from './bundle';
import { BANK, DIST, LAMBDA_DIST, PACKAGE_DIST, ROOT } from './paths';

/** What the build reads. */
const SOURCES = ['bank', 'interaction-model', 'lambda', 'tools', 'package-lock.json'];
const STAMP = join(DIST, 'built');

/** Something that an author or operator has to put right, told in a sentence. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}

/** Builds everything into `dist/`: the function with its packs, the skill package, the quiet audio and a web server. Throws `BuildError` on a broken bank. */
export async function buildAll(say: (line: string) => void): Promise<void> {
  const { fields, common, problems } = compileBank(BANK);
  const errors = problems.filter((p) => p.severity === 'error');
  if (errors.length > 0) {
    throw new BuildError(`The bank has errors; mend them first.\n${formatProblems(errors, false)}`);
  }
  // Made aside and then put in place, so that whoever runs what was built before never finds half of it.
  const made = `${DIST}-${process.pid}`;
  try {
    await bundle(join(made, 'lambda'));
    writePack({ fields, common }, join(made, 'lambda'));
    buildModel({ outDir: join(made, 'skill-package'), fields });
    await writeAudio(join(made, 'audio'));
    await bundleServer(join(made, 'server'));
    writeFileSync(join(made, 'built'), '');
    rmSync(DIST, { recursive: true, force: true });
    renameSync(made, DIST);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  const parts = [LAMBDA_DIST, PACKAGE_DIST, join(DIST, 'audio'), join(DIST, 'server')];
  say(`Built ${parts.map((dir) => `${relative(ROOT, dir)} (${kilobytes(dir)} kB)`).join(', ')}.`);
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

if (require.main === module) {
  buildAll((line) => console.log(line)).catch((error: unknown) => {
    console.error(error instanceof BuildError ? error.message : error);
    process.exitCode = error instanceof BuildError ? 2 : 1;
  });
}
