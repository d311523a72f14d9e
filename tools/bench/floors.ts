import { join } from 'node:path';
import { build } from 'esbuild';
import { lambdaBundle } from '../bundle';

/** Bundles a floor just as the function is bundled, and gives the file. */
export async function floorIn(workDir: string, name: 'bare' | 'sdk' | 'at-once'): Promise<string> {
  const outfile = join(workDir, name, 'index.js');
  await build({ ...lambdaBundle(), entryPoints: [join(__dirname, 'floors', `${name}.ts`)], outfile });
  return outfile;
}
