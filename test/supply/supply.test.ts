import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LAMBDA_DIST, ROOT } from '../../tools/paths';
import { THIRD_PARTY, thirdParty } from '../../tools/third-party';

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      inBundle: z.boolean().optional(),
      dev: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
      link: z.boolean().optional(),
    }),
  ),
});
const { packages } = Lock.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
const locked = Object.entries(packages).filter(([path]) => path !== '');

test('the lock file takes packages from the registry alone, each with its checksum', () => {
  const elsewhere = locked.filter(([, { resolved, link }]) => link || !(resolved ?? REGISTRY).startsWith(REGISTRY));
  // What a package brings inside its own archive is checked with that.
  const unchecked = locked.filter(([, { integrity, inBundle }]) => !inBundle && !integrity?.startsWith('sha512-'));
  expect({ elsewhere, unchecked }).toEqual({ elsewhere: [], unchecked: [] });
});

/** Where npm looks when an entry names no place. */
const REGISTRY = 'https://registry.npmjs.org/';

test('nothing that goes into the function has to run a script to be installed', () => {
  expect(locked.filter(([, { dev, hasInstallScript }]) => hasInstallScript && !dev)).toEqual([]);
});

test('the licences of everything in the function lie beside it', () => {
  const text = readFileSync(join(LAMBDA_DIST, THIRD_PARTY), 'utf8');
  const sources = z
    .object({ sources: z.array(z.string()) })
    .parse(JSON.parse(readFileSync(join(LAMBDA_DIST, 'index.js.map'), 'utf8'))).sources;
  const names = sources.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.slice(1, 2) ?? []);
  expect(names.length).toBeGreaterThan(10);
  expect([...new Set(names)].filter((name) => !text.includes(`${name} `))).toEqual([]);
});

test('a licence that is not permissive stops the build', () => {
  expect(thirdParty(['node_modules/valibot/dist/index.js'])).toMatch(/^valibot [\d.]+: MIT/);
  expect(() => thirdParty(['node_modules/node-forge/lib/index.js'])).toThrow('find another package');
});

test('npm run sbom names all packages, required by the function or not, and asks nobody', () => {
  const { stdout } = spawnSync('npm', ['run', '--silent', 'sbom'], { cwd: ROOT, encoding: 'utf8' });
  const component = z.object({ name: z.string(), scope: z.string() });
  const { components } = z.object({ components: z.array(component) }).parse(JSON.parse(stdout));
  const required = components.filter(({ scope }) => scope === 'required').map(({ name }) => name);
  expect(required).toEqual(expect.arrayContaining(['valibot', 'ts-fsrs', 'ask-sdk-core', '@smithy/core']));
  expect(required).not.toContain('jest');
});
