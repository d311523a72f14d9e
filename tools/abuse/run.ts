import { join } from 'node:path';
import fc from 'fast-check';
import { readModel } from '../../simulator/open';
import type { Handler } from '../load/learner';
import { LAMBDA_DIST, PACKAGE_DIST } from '../paths';
import { faultsOf } from './check';
import { envelopes } from './envelopes';
import { type Genuine, genuineFrom, SKILL_ID } from './genuine';
import { keptOfThem, practises } from './victim';

/** A failure, as it is kept: the envelope is sent again for ever, whatever becomes of the generator; a very long one is made again. */
export interface Failure {
  readonly seed: number;
  readonly path: string;
  readonly faults: readonly string[];
  readonly envelope: unknown;
}

export interface Abuse {
  /** Sends generated envelopes; gives the first failure, made as small as can be, if there is one. */
  readonly generate: (runs: number, seed: number) => Promise<Failure | undefined>;
  /** Sends one again. */
  readonly again: (envelope: unknown) => Promise<readonly string[]>;
  /** Sends again what the generator made at a place of a seed, as long as it is the generator that it was. */
  readonly remade: (made: Pick<Failure, 'seed' | 'path'>) => Promise<readonly string[]>;
  /** What the skill's own sessions carry. */
  readonly attributes: Genuine['attributes'];
  /** True while nothing has changed of what is kept of somebody who took no part. */
  readonly isUntouched: () => Promise<boolean>;
}

/** Loads the built function on the database that `env` leads to, and has somebody practise on it. */
export async function openAbuse(env: Readonly<Record<string, string>>): Promise<Abuse> {
  Object.assign(process.env, env, { LOG_LEVEL: 'silent', SKILL_ID });
  const { handler }: { handler: Handler } = await import(join(LAMBDA_DIST, 'index.js'));
  const model = readModel(PACKAGE_DIST, 'en-US');
  await practises(handler);
  const before = await keptOfThem(env);
  const genuine = await genuineFrom(handler);
  const again = (envelope: unknown) => faultsOf(handler, envelope, model);
  const property = fc.asyncProperty(envelopes(genuine), async (envelope) => (await again(envelope)).length === 0);
  const generate = async (parameters: Pick<fc.Parameters, 'numRuns' | 'seed' | 'path'>) => {
    const found = await fc.check(property, parameters);
    if (!found.failed) return undefined;
    const [envelope] = found.counterexample ?? [];
    return { seed: found.seed, path: found.counterexamplePath ?? '', faults: await again(envelope), envelope };
  };
  return {
    again,
    attributes: genuine.attributes,
    isUntouched: async () => (await keptOfThem(env)) === before,
    generate: (numRuns, seed) => generate({ numRuns, seed }),
    remade: async ({ seed, path }) => (await generate({ numRuns: 1, seed, path }))?.faults ?? [],
  };
}
