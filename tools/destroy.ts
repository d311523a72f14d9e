/** Takes a stage down and keeps its data, unless it is told otherwise: `npm run destroy -- --help`. */
import { createInterface } from 'node:readline/promises';
import type { Settings } from '../infra/settings';
import { ensureBuilt } from './build';
import { cdk, stackName } from './operate/cdk';
import { needsOf } from './operate/checks';
import { formatParts, isReady, namesMissing } from './operate/finding';
import { chosenIn } from './operate/settings';
import { runCommand, SETTINGS_HELP } from './operate/tell';

const HELP = `Takes a stage down. The table with the progress of listeners stays, and in prod the skill does.

  npm run destroy [-- -c stage=prod …]

  --with-data     delete the table as well, for good; asks before it does
${SETTINGS_HELP}`;

async function destroy(args: readonly string[]): Promise<number> {
  const { settings, context, help, given } = chosenIn(args, ['with-data']);
  if (help) {
    console.log(HELP);
    return 0;
  }
  const { stack } = await needsOf(settings);
  if (!isReady(stack)) {
    console.log(formatParts([stack]).join('\n'));
    console.log(`Nothing was taken down. Missing: ${namesMissing(stack.findings).join(', ')}.`);
    return 1;
  }
  if (given.has('with-data') && !(await isMeant(settings))) {
    console.log('Nothing was taken down.');
    return 1;
  }
  await ensureBuilt();
  for (const command of commandsFor(settings, context, given.has('with-data'))) {
    const code = cdk(command);
    if (code !== 0) return code;
  }
  return 0;
}

/** What the CDK does. To delete the table as well, the stack first has to give it free: CloudFormation keeps what it was told to keep. */
export function commandsFor(
  settings: Pick<Settings, 'stage'>,
  context: readonly string[],
  withData: boolean,
): readonly (readonly string[])[] {
  const stack = stackName(settings);
  const free = [...context, '-c', 'data=delete'];
  return withData
    ? [
        ['deploy', stack, ...free, '--require-approval', 'never'],
        ['destroy', stack, ...free, '--force'],
      ]
    : [['destroy', stack, ...context]];
}

/** Deleted progress is gone for good, so whoever wants it writes the stage's name. */
async function isMeant({ stage }: Settings): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await lines.question(
      `The progress of every listener of ${stage} will be gone. Write ${stage} to go on: `,
    );
    return answer.trim() === stage;
  } finally {
    lines.close();
  }
}

if (require.main === module) runCommand(destroy);
