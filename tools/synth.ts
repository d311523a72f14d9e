/** Synthesizes the stack without an account or a network: `npm run synth -- --help`. */
import { ensureBuilt } from './build';
import { cdk, OFFLINE, stackName } from './operate/cdk';
import { chosenIn } from './operate/settings';
import { runCommand, SETTINGS_HELP } from './operate/tell';

const HELP = `Builds what is missing, writes the template that would be deployed into cdk.out/, and checks it for good practice.

  npm run synth [-- -c stage=prod …]

${SETTINGS_HELP}`;

async function synth(args: readonly string[]): Promise<number> {
  const { settings, context, help } = chosenIn(args);
  if (help) {
    console.log(HELP);
    return 0;
  }
  await ensureBuilt();
  const code = cdk(['synth', '--quiet', '--no-notices', ...context], OFFLINE);
  if (code === 0) console.log(`The template is cdk.out/${stackName(settings)}.template.json.`);
  return code;
}

if (require.main === module) runCommand(synth);
