import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { settingsOf } from '../../infra/settings';
import { SkillStack } from '../../infra/skill-stack';

export const SKILL_ID = 'amzn1.ask.skill.12345678-1234-1234-1234-123456789012';

/** Everything that an operator may set. */
export const EVERYTHING = {
  stage: 'prod',
  skillId: SKILL_ID,
  vendorId: 'M1ABCDEFGHIJKL',
  skillSecret: 'interview-rehearsal/skill',
  alarmEmail: 'operator@interview-rehearsal.example',
  concurrency: '20',
  tracing: 'on',
} as const;

const { context: flags }: { context: Readonly<Record<string, unknown>> } = JSON.parse(
  readFileSync(join(__dirname, '../../cdk.json'), 'utf8'),
);

const outdir = mkdtempSync(join(tmpdir(), 'stack-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

/** A folder that is not there: the packs lie in the function. */
const NO_PACKS = join(outdir, 'no-packs');

/** A folder with a pack that was too large for the function. */
export const packsFolder = (): string => {
  const folder = join(outdir, 'packs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'bank-0123.pack'), 'questions');
  return folder;
};

/** An app as cdk.json sets it up. The library's own validation takes seconds for each template; `npm run synth` runs it. */
export const appAsDeployed = (): App =>
  new App({
    outdir,
    builtinCloudFormationValidation: false,
    context: { ...flags, 'aws:cdk:bundling-stacks': [] },
  });

/** The stack that an operator gets with this context. */
export const stackOf = (context: Readonly<Record<string, unknown>>, packsFolder = NO_PACKS): SkillStack =>
  new SkillStack(appAsDeployed(), 'Stack', settingsOf(context), packsFolder);

/** Its template. Throws when resources depend on each other in a circle. */
export const templateOf = (context: Readonly<Record<string, unknown>>): Template =>
  Template.fromStack(stackOf(context));
