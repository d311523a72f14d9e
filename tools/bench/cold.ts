import { join } from 'node:path';
import { LAMBDA_DIST } from '../paths';
import { withCodeCache } from './code-cache';
import { launchEnvelope } from './envelopes';
import { type Figure, median, spread } from './figures';
import { floorIn } from './floors';
import { type Fresh, firstResponse, type Sample } from './fresh';
import { withBar } from './progress';
import { bytesOf, zippedBytesOf } from './sizes';

const SUBJECTS = ['bare', 'sdk', 'skill', 'sdk, code cache', 'skill, code cache'] as const;
type Subject = (typeof SUBJECTS)[number];
type Bundles = Readonly<Record<Subject, string>>;

/** What is told of a cold start. */
const MEASURES = [
  { of: '', unit: 'ms', take: ({ whole }) => whole },
  { of: ', until Node runs it', unit: 'ms', take: ({ node }) => node },
  { of: ', loading the bundle', unit: 'ms', take: ({ load }) => load },
  { of: ', first turn', unit: 'ms', take: ({ turn }) => turn },
  { of: ', memory', unit: 'MB', take: ({ memory }) => memory / 2 ** 20 },
  { of: ', heap', unit: 'MB', take: ({ heap }) => heap / 2 ** 20 },
] as const satisfies readonly { of: string; unit: Figure['unit']; take: (sample: Sample) => number }[];

const RATIOS = [
  ['skill', 'bare'],
  ['skill', 'sdk'],
  ['skill, code cache', 'bare'],
  ['skill, code cache', 'sdk, code cache'],
] as const;

/**
 * Cold starts in fresh processes, from process start to the first response: the built skill beside two floors that are bundled the same
 * way, and with V8's code cache. The subjects take turns, so that a machine that changes its speed changes it for all.
 */
export async function coldStarts(runs: number, fresh: Fresh): Promise<readonly Figure[]> {
  const bundles = await bundlesIn(fresh);
  const samples = Object.fromEntries(SUBJECTS.map((subject): [Subject, Sample[]] => [subject, []]));
  await withBar('Cold starts', runs + 1, async (at) => {
    for (let run = -1; run < runs; run++) {
      for (const subject of SUBJECTS) {
        const sample = await firstResponse(bundles[subject], launchEnvelope(`${subject}-${run}`), fresh);
        if (sample.cacheRefused) throw new Error(`V8 refused the cache that it made itself: ${subject}.`);
        if (run >= 0) samples[subject]?.push(sample);
      }
      at(run + 2);
    }
  });
  const cold = `cold start${fresh.node.label}`;
  const of = (subject: Subject, take: (sample: Sample) => number) => (samples[subject] ?? []).map(take);
  const whole = (subject: Subject) => median(of(subject, (sample) => sample.whole));
  return [
    ...SUBJECTS.flatMap((subject) =>
      MEASURES.flatMap((each) => spread(`${cold}, ${subject}${each.of}`, each.unit, of(subject, each.take))),
    ),
    ...RATIOS.map(([one, other]): Figure => {
      return { name: `${cold}, ${one} over ${other}`, value: whole(one) / whole(other), unit: 'ratio' };
    }),
    ...cacheSizes(bundles, fresh.node.label),
  ];
}

async function bundlesIn(fresh: Fresh): Promise<Bundles> {
  const [bare, sdk, skill] = [
    await floorIn(fresh.workDir, 'bare'),
    await floorIn(fresh.workDir, 'sdk'),
    join(LAMBDA_DIST, 'index.js'),
  ];
  return {
    bare,
    sdk,
    skill,
    'sdk, code cache': await withCodeCache(sdk, join(fresh.workDir, 'sdk-cached'), fresh),
    'skill, code cache': await withCodeCache(skill, join(fresh.workDir, 'skill-cached'), fresh),
  };
}

function cacheSizes(bundles: Bundles, label: string): readonly Figure[] {
  const cache = join(bundles['skill, code cache'], '../skill.cache');
  const zipped = zippedBytesOf(cache);
  return [
    { name: `code cache${label}`, value: bytesOf(cache) / 1000, unit: 'kB' },
    { name: `code cache${label}, zipped`, value: zipped / 1000, unit: 'kB' },
    {
      name: `bundle and code cache${label}, zipped`,
      value: (zippedBytesOf(bundles.skill) + zipped) / 1000,
      unit: 'kB',
    },
  ];
}
