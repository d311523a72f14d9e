import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { ROOT } from './paths';

/** The file beside the function that names whose work is in it, with their licences. */
export const THIRD_PARTY = 'THIRD-PARTY.txt';

/** Licences that let anybody pass the work on, if only they are named. */
const PERMISSIVE: ReadonlySet<string> = new Set(['MIT', 'Apache-2.0', '0BSD', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause']);

const Manifest = z.looseObject({ name: z.string(), version: z.string(), license: z.string() });

/**
 * The packages that bundled files come from: name, version and licence, then its text, where several share one, once. Throws a sentence when
 * the licence of one is not among those that we take.
 */
export function thirdParty(files: readonly string[]): string {
  const named = new Map<string, string[]>();
  for (const folder of [...new Set(files.flatMap(packageOf))].sort()) {
    const { name, text } = licenceOf(resolve(ROOT, folder));
    named.set(text, [...(named.get(text) ?? []), name]);
  }
  return [...named].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`).join('\n---\n\n');
}

/** The folder of the package that a file belongs to. */
const packageOf = (file: string): readonly string[] =>
  /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.slice(1, 2) ?? [];

function licenceOf(folder: string): { readonly name: string; readonly text: string } {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, license } = Manifest.parse(manifest);
  if (!PERMISSIVE.has(license))
    throw new Error(`${name} ${version} is under ${license}, and would be in the function: find another package.`);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
  return { name: `${name} ${version}: ${license}`, text };
}
