import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Embedded, openEmbedded } from '../../simulator/store/embedded';
import { ensureBuilt } from '../build';
import { consumed } from './capacity';
import { coldStarts } from './cold';
import { deckTurns } from './decks';
import { type Figure, print } from './figures';
import type { Fresh } from './fresh';
import { grading } from './grader';
import { nodeAt } from './node';
import { HELP, type Options, optionsOf, type Part } from './options';
import { atScale } from './scale';
import { simulatorStarts } from './simulator';
import { sizes } from './sizes';
import { wholeTest } from './tests';
import { warmTurns } from './warm';

/** What a part may use. */
interface Bench extends Fresh {
  readonly options: Options;
  readonly engine: Embedded;
}

type Measure = (bench: Bench) => readonly Figure[] | Promise<readonly Figure[]>;

const MEASURES: Readonly<Record<Part, Measure>> = {
  sizes,
  cold: ({ options, ...fresh }) => coldStarts(options.runs, fresh),
  warm: ({ options, workDir, env }) => warmTurns(options.turns, workDir, env),
  grader: grading,
  decks: async ({ engine, env }) => [...(await deckTurns(engine.table, env)), ...(await consumed(engine.table))],
  simulator: ({ options, workDir }) => simulatorStarts(Math.min(options.runs, 5), workDir),
  scale: ({ options, ...fresh }) => atScale(options.fields, options.runs, fresh),
  tests: wholeTest,
};

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  if (options.help) return void process.stdout.write(HELP);
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const node = await nodeAt(options.node);
  await ensureBuilt({ quiet: true });
  const workDir = mkdtempSync(join(tmpdir(), 'bench-'));
  const engine = await openEmbedded({});
  try {
    const env = { ...engine.env, SKILL_ID: 'amzn1.ask.skill.bench' };
    for (const part of options.parts)
      for (const figure of await MEASURES[part]({ options, engine, node, workDir, env })) print(figure);
  } finally {
    await engine.close();
    rmSync(workDir, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
