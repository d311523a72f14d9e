import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { ROOT } from './paths';
import { THIRD_PARTY, thirdParty } from './third-party';
import { zoneTable } from './zones';

/**
 * How everything that runs in Lambda is bundled. CommonJS, because importing Node's http as ESM loads much more; the SDK's ES sources
 * bundle smaller; its credential chain is replaced by the environment; without dynamic imports the SDK does not load what it never uses.
 */
export const lambdaBundle = (): BuildOptions => ({
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  mainFields: ['module', 'main'],
  supported: { 'dynamic-import': false },
  legalComments: 'none',
  logLevel: 'warning',
  alias: {
    '@aws-sdk/credential-provider-node': join(ROOT, 'lambda/adapters/dynamo/environment-credentials.ts'),
  },
  define: { ZONE_TABLE: JSON.stringify(JSON.stringify(zoneTable(Date.now()))) },
});

/** Bundles the function into `outDir/index.js`, with its source map and the licences of what is in it beside it. */
export async function bundle(outDir: string): Promise<void> {
  const outfile = join(outDir, 'index.js');
  const entryPoints = [join(ROOT, 'lambda/index.ts')];
  const { metafile } = await build({ ...lambdaBundle(), entryPoints, outfile, absWorkingDir: ROOT, metafile: true });
  writeFileSync(join(outDir, THIRD_PARTY), thirdParty(Object.keys(metafile.inputs)));
}

/** Bundles the web server into `outDir/index.js`; it serves the function that lies beside it. */
export async function bundleServer(outDir: string): Promise<void> {
  await build({
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
    entryPoints: [join(ROOT, 'tools/serve/standalone.ts')],
    outfile: join(outDir, 'index.js'),
  });
}
