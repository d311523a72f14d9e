import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { LAMBDA_BUNDLE } from '../bundle';
import { LAMBDA_DIST } from '../paths';
import { launchEnvelope } from './envelopes';
import { type Figure, median, spread } from './figures';

const SUBJECTS = ['bare', 'sdk', 'skill'] as const;
type Subject = (typeof SUBJECTS)[number];

/**
 * Cold starts in fresh processes, from process start to the first response: the built skill beside two floors that are bundled the same
 * way. The subjects take turns, so that a machine that changes its speed changes it for all.
 */
export async function coldStarts(
  runs: number,
  workDir: string,
  env: Record<string, string>,
): Promise<readonly Figure[]> {
  const bundles = await floorsIn(workDir);
  const envelope = join(workDir, 'launch.json');
  const samples: Record<Subject, number[]> = { bare: [], sdk: [], skill: [] };
  for (let run = -1; run < runs; run++) {
    for (const subject of SUBJECTS) {
      writeFileSync(envelope, JSON.stringify(launchEnvelope(`${subject}-${run}`)));
      const ms = await firstResponse(bundles[subject], envelope, env);
      if (run >= 0) samples[subject].push(ms);
    }
  }
  return [
    ...SUBJECTS.flatMap((subject) => spread(`cold start, ${subject}`, 'ms', samples[subject])),
    { name: 'cold start, skill over bare', value: median(samples.skill) / median(samples.bare), unit: 'ratio' },
    { name: 'cold start, skill over sdk', value: median(samples.skill) / median(samples.sdk), unit: 'ratio' },
  ];
}

async function floorsIn(workDir: string): Promise<Readonly<Record<Subject, string>>> {
  for (const floor of ['bare', 'sdk'] as const) {
    const entry = join(__dirname, 'floors', `${floor}.ts`);
    await build({ ...LAMBDA_BUNDLE, entryPoints: [entry], outfile: join(workDir, floor, 'index.js') });
  }
  return {
    bare: join(workDir, 'bare', 'index.js'),
    sdk: join(workDir, 'sdk', 'index.js'),
    skill: join(LAMBDA_DIST, 'index.js'),
  };
}

/** The database runs in this process, so the child must not be waited for in a way that stops it. */
async function firstResponse(bundle: string, envelope: string, env: Record<string, string>): Promise<number> {
  const script = join(__dirname, 'first-response.cjs');
  const { stdout } = await run(process.execPath, [script, bundle, envelope], {
    env: {
      PATH: process.env.PATH,
      ...env,
      LOG_LEVEL: 'silent',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    },
    timeout: 30_000,
  });
  return Number(stdout);
}

const run = promisify(execFile);
