import { copyFileSync, cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LEXICON_FILE } from '../../lambda/adapters/lexicon';
import { openBank } from '../../lambda/adapters/pack';
import { buildPack } from '../bank/build-pack';
import { fieldFiles } from '../bank/generate/field';
import { writeFiles } from '../bank/generate/write';
import { LAMBDA_DIST } from '../paths';
import { questionEnvelope } from './envelopes';
import { type Figure, median, spread } from './figures';
import { type Fresh, firstResponse, type Sample } from './fresh';
import { withBar } from './progress';

const QUESTIONS = 12;

/**
 * One field among many beside the same field alone: the function's whole cold start, from process start to its first question, and its
 * memory. Pairs of fresh processes, of which now the one and now the other comes first.
 */
export async function atScale(fields: number, runs: number, fresh: Fresh): Promise<readonly Figure[]> {
  const { one, many, peak } = await functions(fields, fresh.workDir);
  const [ones, manys]: [Sample[], Sample[]] = [[], []];
  await withBar('Pairs', runs + 1, async (at) => {
    for (let pair = -1; pair < runs; pair++) {
      const order = pair % 2 === 0 ? [one, many] : [many, one];
      for (const bundle of order) {
        const sample = await firstQuestion(bundle, `${pair}-${order.indexOf(bundle)}`, fresh);
        if (pair >= 0) (bundle === one ? ones : manys).push(sample);
      }
      at(pair + 2);
    }
  });
  const { label } = fresh.node;
  return [
    { name: `memory to compile ${fields} fields, with everything around it`, value: peak / 1024, unit: 'MB' },
    ...compared(`cold start${label} to the first question`, fields, 'ms', timesOf(ones), timesOf(manys)),
    ...compared(`memory${label} at the first question`, fields, 'MB', memoryOf(ones), memoryOf(manys)),
  ];
}

const timesOf = (samples: readonly Sample[]): number[] => samples.map(({ whole }) => whole);
const memoryOf = (samples: readonly Sample[]): number[] => samples.map(({ memory }) => memory / 2 ** 20);

/** Both, and what each pair makes of it. */
function compared(
  name: string,
  fields: number,
  unit: Figure['unit'],
  ones: readonly number[],
  manys: readonly number[],
): readonly Figure[] {
  const ratios = manys.map((many, i) => many / (ones[i] ?? Number.NaN));
  return [
    ...spread(`${name}, one field`, unit, ones),
    ...spread(`${name}, ${fields} fields`, unit, manys),
    ...spread(`${name}, ${fields} fields over one, by pairs`, 'ratio', ratios),
    { name: `${name}, ${fields} fields over one, of medians`, value: median(manys) / median(ones), unit: 'ratio' },
  ];
}

/** The built function twice: with a bank of made-up fields, and with the first of them alone. */
async function functions(fields: number, workDir: string) {
  const bank = join(workDir, 'bank');
  for (let number = 0; number < fields; number++) writeFiles(bank, fieldFiles(number, QUESTIONS));
  const many = await functionOf(bank, fields, join(workDir, 'many'));
  const peak = process.resourceUsage().maxRSS;
  const opened = openBank(join(workDir, 'many'));
  const field = opened.fields().first[0]?.id ?? '';
  opened.close();
  cpSync(join(bank, field), join(workDir, 'alone', field), { recursive: true });
  return { many, one: await functionOf(join(workDir, 'alone'), 1, join(workDir, 'one')), peak };
}

async function functionOf(bank: string, fields: number, dir: string): Promise<string> {
  mkdirSync(dir);
  const { problems } = await withBar('Compiling fields', fields, (progress) => buildPack(bank, dir, { progress }));
  if (problems.length > 0) throw new Error(`The made-up bank is broken: ${JSON.stringify(problems[0])}`);
  for (const file of ['index.js', LEXICON_FILE]) copyFileSync(join(LAMBDA_DIST, file), join(dir, file));
  return join(dir, 'index.js');
}

async function firstQuestion(bundle: string, id: string, fresh: Fresh): Promise<Sample> {
  const sample = await firstResponse(bundle, questionEnvelope(id), fresh);
  if (!sample.asks) throw new Error(`No question from ${bundle}.`);
  return sample;
}
