/** Rehearses a deployment as far as it goes without an account: `npm run rehearse -- --help`. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { ensureBuilt } from './build';
import { cdk, OFFLINE } from './operate/cdk';
import { chosenIn } from './operate/settings';
import { runCommand } from './operate/tell';
import { ROOT } from './paths';

const HELP = `Rehearses a deployment: synthesizes the stack with every setting, and shows how it differs from the last template that was committed.

  npm run rehearse [-- --accept]

  --accept   write the new template, to be committed with whatever changed it
  --help     this text`;

/** Every setting an operator may choose, so that every piece of the stack is in the template. */
const EVERYTHING = {
  stage: 'prod',
  skillId: 'amzn1.ask.skill.12345678-1234-1234-1234-123456789012',
  vendorId: 'M1ABCDEFGHIJKL',
  skillSecret: 'interview-rehearsal/skill',
  alarmEmail: 'operator@interview-rehearsal.example',
  concurrency: '20',
  tracing: 'on',
} as const;

const STACK = 'InterviewRehearsal-prod';
const COMMITTED = join(ROOT, 'infra', 'committed', `${STACK}.template.json`);

async function rehearse(args: readonly string[]): Promise<number> {
  const { help, given } = chosenIn(args, ['accept']);
  if (help) {
    console.log(HELP);
    return 0;
  }
  await ensureBuilt();
  const out = mkdtempSync(join(tmpdir(), 'rehearsal-'));
  try {
    return synthesized(out) ? compared(out, given.has('accept')) : 1;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function synthesized(out: string): boolean {
  const settings = Object.entries(EVERYTHING).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return (
    cdk(['synth', '--quiet', '--no-notices', '--no-version-reporting', '--output', out, ...settings], OFFLINE) === 0
  );
}

/** Shows the difference as the CDK sees it: what is added, changed, or replaced and so lost. */
function compared(out: string, accept: boolean): number {
  const file = join(out, `${STACK}.template.json`);
  const template = withoutHashes(readFileSync(file, 'utf8'));
  const before = existsSync(COMMITTED) ? readFileSync(COMMITTED, 'utf8') : '{}';
  if (before === template) {
    console.log(`${STACK} is as it was committed.`);
    return 0;
  }
  writeFileSync(file, template);
  writeFileSync(join(out, 'before.json'), before);
  cdk(['diff', '--app', out, '--template', join(out, 'before.json'), '--no-notices'], OFFLINE);
  if (!accept) {
    console.log(
      `Read what changes above: "replace" means that what was there is lost. If it is meant: npm run rehearse -- --accept`,
    );
    return 1;
  }
  mkdirSync(dirname(COMMITTED), { recursive: true });
  writeFileSync(COMMITTED, template);
  console.log(`Wrote ${relative(ROOT, COMMITTED)}: commit it.`);
  return 0;
}

/** A template in which a changed question is no difference: what assets hold is named by their hash. */
const withoutHashes = (template: string): string => `${template.replace(/[0-9a-f]{64}/g, '<hash>').trimEnd()}\n`;

if (require.main === module) runCommand(rehearse);
