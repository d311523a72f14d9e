/** Checks what is missing, builds, and deploys the stack: `npm run deploy -- --help`. */
import { ensureBuilt } from './build';
import { cdk, stackName } from './operate/cdk';
import { needsOf } from './operate/checks';
import { formatParts, isReady, namesMissing, type Part } from './operate/finding';
import { chosenIn } from './operate/settings';
import { runCommand, SETTINGS_HELP } from './operate/tell';

const HELP = `Checks what is missing, builds, and deploys function and table, and the skill where it is told in whose name.

  npm run deploy [-- -c stage=prod …]

${SETTINGS_HELP}
  --yes           do not ask before rights are widened`;

async function deploy(args: readonly string[]): Promise<number> {
  const { settings, context, help, given } = chosenIn(args, ['yes']);
  if (help) {
    console.log(HELP);
    return 0;
  }
  const { stack, byStack } = await needsOf(settings);
  const needed = settings.publisher === undefined ? [stack] : [stack, byStack];
  if (!needed.every(isReady)) return refuse(needed);
  await ensureBuilt();
  const approval = given.has('yes') ? ['--require-approval', 'never'] : [];
  const code = cdk(['deploy', stackName(settings), ...context, ...approval]);
  if (code === 0 && settings.skillId === undefined) console.log(NEXT);
  return code;
}

const NEXT =
  'One more step when the skill has its id: the same command with -c skillId=… closes the function to every other skill.';

function refuse(parts: readonly Part[]): number {
  console.log(formatParts(parts).join('\n'));
  console.log(`Nothing was deployed. Missing: ${parts.flatMap(({ findings }) => namesMissing(findings)).join(', ')}.`);
  return 1;
}

if (require.main === module) runCommand(deploy);
