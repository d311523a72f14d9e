import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build';
import rooms from './mutation/rooms.json';
import { ROOT } from './paths';

const HELP = `Changes the code of a room in thousands of small ways, and says which changes no test notices (Stryker).

  npm run mutate                              coach, feedback and store, one after another: many hours
  npm run mutate -- --room feedback           one of them
  npm run mutate -- --sample 10               one declaration in ten, always the same ones
  npm run mutate -- --room coach --sample 10 --jobs 2

A room's score is the share of mutants that a test fails on or that make it run forever. Below 80 % the command fails.
What survived is printed, and kept in reports/mutation/ROOM.json.
`;

const ROOMS: readonly string[] = Object.keys(rooms);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      room: { type: 'string' },
      sample: { type: 'string', default: '1' },
      jobs: { type: 'string', default: '2' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const { room } = values;
  if (room !== undefined && !ROOMS.includes(room)) throw new RangeError(`--room takes ${ROOMS.join(', ')}.`);
  const [sample, jobs] = [countOf('sample', values.sample), countOf('jobs', values.jobs)];
  await ensureBuilt();
  const failed = (room === undefined ? ROOMS : [room]).filter((each) => mutated(each, sample, jobs) !== 0);
  if (failed.length > 0) throw new Error(`Below 80 %, or not run to the end: ${failed.join(', ')}.`);
}

function mutated(room: string, sample: number, jobs: number): number | null {
  const args = ['--no-install', 'stryker', 'run', 'tools/mutation/stryker.config.mjs', '--concurrency', String(jobs)];
  const env = { ...process.env, MUTATION_ROOM: room, MUTATION_SAMPLE: String(sample) };
  return spawnSync('npx', args, { cwd: ROOT, stdio: 'inherit', env }).status;
}

function countOf(option: string, given: string): number {
  const count = Number(given);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new RangeError(`--${option} takes a whole number from 1, not "${given}".`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
