import { parseArgs } from 'node:util';
import { openEmbedded } from '../simulator/store/embedded';
import { ensureBuilt } from './build';
import { type Load, load, type Outcome } from './load/run';

const HELP = `Has many learners practise at once on the built function and a real engine, and checks that every graded answer is kept once.

  npm run load [-- --learners 200 --sessions 20 --in-flight 16]

  --learners   how many there are; every fourth talks to two devices at once (200)
  --sessions   how many sessions each of them has, one after the other (20)
  --in-flight  how many requests are under way together at the most (16): people think between turns
  --help       this text`;

const FORM = {
  learners: { type: 'string', default: '200' },
  sessions: { type: 'string', default: '20' },
  'in-flight': { type: 'string', default: '16' },
  help: { type: 'boolean', default: false },
} as const;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: FORM });
  if (values.help) return console.log(HELP);
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const wanted: Load = {
    learners: whole('learners', values.learners),
    sessions: whole('sessions', values.sessions),
    inFlight: whole('in-flight', values['in-flight']),
    twoDevices: 4,
  };
  await ensureBuilt({ quiet: true });
  const engine = await openEmbedded();
  try {
    const all = wanted.learners * wanted.sessions;
    let done = 0;
    const outcome = await load(wanted, engine.env, () => {
      done += 1;
      if (done % Math.ceil(all / 100) === 0) process.stderr.write(`\r${Math.round((100 * done) / all)} %`);
    });
    process.stderr.write('\r');
    tell(outcome);
  } finally {
    await engine.close();
  }
}

function tell({ turns, graded, carried, problems, seconds, p50, p99 }: Outcome): void {
  const rate = (turns / seconds).toFixed(0);
  console.log(
    `${turns} turns in ${seconds.toFixed(1)} s: ${rate} a second; p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms.`,
  );
  console.log(`${graded} answers graded; ${carried} left over in sessions whose listeners were told so.`);
  console.log(problems.length === 0 ? 'Each is kept once, and nobody heard of anybody else.' : problems.join('\n'));
  process.exitCode = problems.length === 0 ? 0 : 1;
}

function whole(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new RangeError(`--${name} takes a whole number from 1, not "${text}".`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
