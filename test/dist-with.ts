import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CompiledBank } from '../tools/bank/compile';
import { writeLexicon } from '../tools/bank/lexicon-file';
import { writePack } from '../tools/bank/pack';
import { buildModel } from '../tools/build-model';
import { LAMBDA_DIST } from '../tools/paths';

/** A folder with the built function on another bank, and the interaction model over its fields; whoever asks for it removes it. */
export function distWith(bank: CompiledBank): string {
  const dist = mkdtempSync(join(tmpdir(), 'dist-'));
  const lambda = join(dist, 'lambda');
  mkdirSync(lambda);
  copyFileSync(join(LAMBDA_DIST, 'index.js'), join(lambda, 'index.js'));
  writePack(bank, lambda);
  writeLexicon(
    bank.source.lexicon.map(({ value }) => value),
    lambda,
  );
  buildModel({ outDir: join(dist, 'skill-package'), fields: bank.fields });
  return dist;
}
