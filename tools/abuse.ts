import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openEmbedded } from '../simulator/store/embedded';
import { type Failure, openAbuse } from './abuse/run';
import { ensureBuilt } from './build';
import { ROOT } from './paths';

const FOUND = join(ROOT, 'tools/abuse/found.jsonl');

const HELP = `Sends generated envelopes to the built function: valid, mutated and hostile ones. Whatever fails is kept in tools/abuse/found.jsonl,
and sent again by every npm test.

  npm run abuse [-- --runs 100000 --seed 1]

  --runs   how many envelopes (100000)
  --seed   where the generator begins (the time)
  --help   this text`;

const FORM = {
  runs: { type: 'string', default: '100000' },
  seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  help: { type: 'boolean', default: false },
} as const;

/** Envelopes that are generated from one seed. */
const BATCH = 1_000;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: FORM });
  if (values.help) return console.log(HELP);
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const [runs, first] = [Number(values.runs), Number(values.seed)];
  if (!Number.isInteger(runs) || runs < 1)
    throw new RangeError(`--runs takes a whole number from 1, not "${values.runs}".`);
  await ensureBuilt({ quiet: true });
  const engine = await openEmbedded();
  try {
    const abuse = await openAbuse(engine.env);
    let failures = 0;
    for (let done = 0; done < runs; done += BATCH) {
      const failure = await abuse.generate(Math.min(BATCH, runs - done), (first + done) | 0);
      if (failure) {
        failures += 1;
        keep(failure);
        console.log(`\n${failure.faults.join('\n')}\n${JSON.stringify(failure.envelope).slice(0, 2_000)}`);
      }
      process.stderr.write(`\r${bar(Math.min(1, (done + BATCH) / runs))}`);
    }
    const untouched = await abuse.isUntouched();
    console.log(
      `\n${runs} envelopes from seed ${first}: ${failures} failures; somebody else's progress is ${untouched ? 'untouched' : 'CHANGED'}.`,
    );
    process.exitCode = failures === 0 && untouched ? 0 : 1;
  } finally {
    await engine.close();
  }
}

/** A line of its own; of an envelope that nobody could read, no more than what the generator made it from. */
function keep(failure: Failure): void {
  const line = JSON.stringify(failure);
  const { envelope: _, ...made } = failure;
  appendFileSync(FOUND, `${line.length <= LONGEST ? line : JSON.stringify(made)}\n`);
}

const LONGEST = 50_000;

const bar = (share: number): string => {
  const full = Math.round(share * 40);
  return `[${'#'.repeat(full)}${' '.repeat(40 - full)}] ${Math.round(share * 100)} %`;
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
