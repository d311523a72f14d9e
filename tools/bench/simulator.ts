import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../paths';
import { type Figure, spread } from './figures';
import { withBar } from './progress';

/** From `npm start` to its first prompt, on a new folder each time; the skill is built. */
export async function simulatorStarts(runs: number, workDir: string): Promise<readonly Figure[]> {
  const times: number[] = [];
  await withBar('Simulator', runs, async (at) => {
    for (let run = 0; run < runs; run++) {
      times.push(await toFirstPrompt(join(workDir, `data-${run}`)));
      at(run + 1);
    }
  });
  return spread('simulator, npm start to the first prompt', 'ms', times);
}

/** A pipe is shown no prompt, but the first line is taken where a prompt would stand, and /help is answered there. */
async function toFirstPrompt(data: string): Promise<number> {
  const started = performance.now();
  const child = spawn('npm', ['run', '--silent', 'start', '--', '--data', data], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  child.stdin.write('/help\n');
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => Promise.reject(new Error('npm start ended before its first prompt.'))),
  ]);
  const ms = performance.now() - started;
  child.stdin.end('/quit\n');
  child.stdout.resume();
  await ended;
  return ms;
}
