/** Says what a machine and an account lack for a deployment: `npm run doctor -- --help`. */
import { type Needs, needsOf } from './operate/checks';
import { formatParts, isReady, namesMissing } from './operate/finding';
import { chosenIn } from './operate/settings';
import { runCommand, SETTINGS_HELP } from './operate/tell';

const HELP = `Says what is missing for a deployment and how to get it. Changes nothing.

  npm run doctor [-- -c stage=prod …]

${SETTINGS_HELP}

Exit code 0 when a deployment with the skill can begin, 1 when something is missing.`;

interface Diagnosis {
  readonly lines: readonly string[];
  readonly code: 0 | 1;
}

/** What is there and what is missing, in lines to print, with the exit code. Throws a `SettingError` for settings that cannot be right. */
export async function diagnosis(args: readonly string[]): Promise<Diagnosis> {
  const { settings, help } = chosenIn(args);
  if (help) return { lines: [HELP], code: 0 };
  const needs = await needsOf(settings);
  const missing = missingFor(needs);
  const parts = [needs.stack, needs.byStack, needs.byCli, needs.rest];
  return { lines: [...formatParts(parts), summary(missing)], code: missing.length === 0 ? 0 : 1 };
}

/** What is still to get: for the stack all of it, for the skill one of the two ways. */
function missingFor({ stack, byStack, byCli }: Needs): readonly string[] {
  const skill =
    isReady(byStack) || isReady(byCli)
      ? []
      : [`for the skill either ${listed(byStack.findings)}, or ${listed(byCli.findings)}`];
  return [...namesMissing(stack.findings), ...skill];
}

const listed = (findings: Parameters<typeof namesMissing>[0]): string => namesMissing(findings).join(' and ');

const summary = (missing: readonly string[]): string =>
  missing.length === 0 ? 'Nothing is missing: npm run deploy.' : `Missing: ${missing.join('; ')}.`;

if (require.main === module) {
  runCommand(async (args) => {
    const { lines, code } = await diagnosis(args);
    console.log(lines.join('\n'));
    return code;
  });
}
