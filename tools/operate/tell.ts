import { SettingError } from '../../infra/settings';
import { BuildError } from '../build';

/** Runs a command of the operator's; what they can put right is told in its sentence. */
export function runCommand(command: (args: readonly string[]) => Promise<number>): void {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  command(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      const told = error instanceof SettingError || error instanceof BuildError;
      console.error(told ? error.message : error);
      process.exitCode = told ? 2 : 1;
    },
  );
}

/** What every command of the operator's takes. */
export const SETTINGS_HELP = `  -c name=value   a setting, as often as needed: stage, skillId, vendorId, skillSecret, alarmEmail, concurrency, tracing, data
  --help          this text

docs/operating.md says what each of them means. What stands under "context" in cdk.json need not be said again.`;
