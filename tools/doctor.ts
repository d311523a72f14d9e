/** Says what a machine and an account lack for a deployment: `npm run doctor -- --help`. */
import { type Needs, needsOf } from './operate/checks';
import { formatParts, isReady, namesMissing } from './operate/finding';
import { chosenIn } from './operate/settings';
import { runCommand, SETTINGS_HELP } from './operate/tell';

const HELP = `Says what is missing for a deployment and how to get it. Changes nothing.

  npm run doctor [-- -c stage=prod …]

${SETTINGS_HELP}

Exit code 0 when a deployment with the skill can begin, 1 when something is missing.`;

async function doctor(args: readonly string[]): Promise<number> {
  const { settings, help } = chosenIn(args);
  if (help) return print([HELP], 0);
  const needs = await needsOf(settings);
  const missing = missingFor(needs);
  const parts = [needs.stack, needs.byStack, needs.byCli, needs.rest];
  return print([...formatParts(parts), summary(missing)], missing.length === 0 ? 0 : 1);
}

/** What is still to get: for the stack all of it, for the skill one of the two ways. */
export function missingFor({ stack, byStack, byCli }: Needs): readonly string[] {
  const skill =
    isReady(byStack) || isReady(byCli)
      ? []
      : [`for the skill either ${listed(byStack.findings)}, or ${listed(byCli.findings)}`];
  return [...namesMissing(stack.findings), ...skill];
}

const listed = (findings: Parameters<typeof namesMissing>[0]): string => namesMissing(findings).join(' and ');

const summary = (missing: readonly string[]): string =>
  missing.length === 0 ? 'Nothing is missing: npm run deploy.' : `Missing: ${missing.join('; ')}.`;

function print(lines: readonly string[], code: number): number {
  console.log(lines.join('\n'));
  return code;
}

if (require.main === module) runCommand(doctor);
