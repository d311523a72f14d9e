import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { v1 } from 'ask-smapi-model';
import { LOCALE_FILES, LOCALES } from '../interaction-model/locales';
import { ICONS, skillManifest } from '../interaction-model/manifest';
import { interactionModel } from '../interaction-model/model';
import type { NamedField } from '../interaction-model/vocabulary';
import { compileBank } from './bank/compile';
import { formatProblems } from './bank/report';
import { icon } from './icon';
import { BANK, ROOT } from './paths';

/** The committed copy of the package's JSON, for reading and reviewing. */
export const GENERATED = join(ROOT, 'interaction-model', 'generated');

export interface SkillPackage {
  readonly manifest: v1.skill.Manifest.SkillManifestEnvelope;
  readonly models: Readonly<Record<string, v1.skill.interactionModel.InteractionModelData>>;
  /** Files under `assets/images/`, by name. */
  readonly images: Readonly<Record<string, Uint8Array>>;
}

/** The skill package over the fields of the bank, in memory. */
export function skillPackage(fields: readonly NamedField[]): SkillPackage {
  return {
    manifest: skillManifest(fields),
    models: Object.fromEntries(LOCALES.map((locale) => [locale, interactionModel(LOCALE_FILES[locale], fields)])),
    images: Object.fromEntries(Object.values(ICONS).map(({ name, size }) => [name, icon(size)])),
  };
}

/** The package's JSON by path, in the layout of the ASK CLI. */
export const jsonFiles = ({ manifest, models }: SkillPackage): Readonly<Record<string, unknown>> => ({
  'skill.json': manifest,
  ...Object.fromEntries(
    Object.entries(models).map(([locale, model]) => [`interactionModels/custom/${locale}.json`, model]),
  ),
});

/** Every file of the package by path, as it is deployed: JSON compact, for models have a size limit. */
export const packageFiles = (built: SkillPackage): Readonly<Record<string, string | Uint8Array>> => ({
  ...Object.fromEntries(Object.entries(jsonFiles(built)).map(([path, json]) => [path, JSON.stringify(json)])),
  ...Object.fromEntries(Object.entries(built.images).map(([name, bytes]) => [`assets/images/${name}`, bytes])),
});

/** Builds the skill package for these fields and writes it into `outDir`, which then holds nothing else. */
export function buildModel({
  outDir,
  fields,
}: {
  readonly outDir: string;
  readonly fields: readonly NamedField[];
}): void {
  write(outDir, packageFiles(skillPackage(fields)));
}

function write(dir: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  rmSync(dir, { recursive: true, force: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
}

/** Brings the committed copy up to date: the same data, indented. */
function main(args: readonly string[]): number {
  if (args.length !== 1 || args[0] !== '--write') {
    console.error(
      'Usage: npx tsx tools/build-model.ts --write    refreshes interaction-model/generated/ from the bank',
    );
    return 2;
  }
  const { fields, problems } = compileBank(BANK);
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) {
    console.error(`The bank has errors; mend them first. Nothing was written.\n${formatProblems(errors, false)}`);
    return 2;
  }
  const files = jsonFiles(skillPackage(fields));
  write(
    GENERATED,
    Object.fromEntries(Object.entries(files).map(([path, json]) => [path, `${JSON.stringify(json, null, 2)}\n`])),
  );
  console.log(`Wrote ${Object.keys(files).length} files to interaction-model/generated/.`);
  return 0;
}

if (require.main === module) process.exitCode = main(process.argv.slice(2));
