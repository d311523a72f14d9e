import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { openEmbedded } from '../../simulator/store/embedded';
import { ensureBuilt } from '../build';
import { LAMBDA_DIST } from '../paths';
import { consumed } from './capacity';
import { coldStarts } from './cold';
import { type Figure, print } from './figures';
import { atScale } from './scale';
import { warmTurns } from './warm';

const HELP = `Measures the built skill and prints a JSON object a line: {"name","value","unit"}.

  npm run --silent bench              20 cold starts of each subject, 100 listeners
  npm run --silent bench -- --runs 5  fewer cold starts
  npm run --silent bench -- --only scale [--fields 5000]
                                      one field among many beside that field alone: makes a bank, compiles it, and
                                      compares cold start and memory to the first question in alternating pairs

Subjects of the cold start, in fresh processes, bundled the same way:
  bare   a handler that only answers
  sdk    ask-sdk-core and client-dynamodb: one read, one sentence
  skill  this skill: a launch on the embedded database
`;

const LISTENERS = 100;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '20' },
      only: { type: 'string' },
      fields: { type: 'string', default: '5000' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const runs = countOf('runs', values.runs);
  const fields = countOf('fields', values.fields);
  if (values.only !== undefined && values.only !== 'scale')
    throw new RangeError(`--only takes scale, not "${values.only}".`);
  await ensureBuilt({ quiet: true });
  const workDir = mkdtempSync(join(tmpdir(), 'bench-'));
  const engine = await openEmbedded({});
  try {
    const env = { ...engine.env, PROGRESS_TABLE: engine.table, SKILL_ID: 'amzn1.ask.skill.bench' };
    if (values.only === 'scale') {
      for (const figure of await atScale(fields, runs, workDir, env)) print(figure);
      return;
    }
    for (const figure of sizes()) print(figure);
    for (const figure of await coldStarts(runs, workDir, env)) print(figure);
    for (const figure of await warmTurns(LISTENERS, env)) print(figure);
    for (const figure of await consumed(engine.table)) print(figure);
  } finally {
    await engine.close();
    rmSync(workDir, { recursive: true, force: true });
  }
}

function countOf(option: string, given: string): number {
  const count = Number(given);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new RangeError(`--${option} takes a whole number from 1, not "${given}".`);
}

function sizes(): readonly Figure[] {
  const code = join(LAMBDA_DIST, 'index.js');
  return [
    { name: 'bundle', value: statSync(code).size / 1000, unit: 'kB' },
    { name: 'bundle, zipped', value: deflateRawSync(readFileSync(code), { level: 9 }).length / 1000, unit: 'kB' },
    { name: 'bank', value: statSync(join(LAMBDA_DIST, 'bank.pack')).size / 1000, unit: 'kB' },
  ];
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
