import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Context, SettingError, type Settings, settingsOf } from '../../infra/settings';
import { ROOT } from '../paths';

/** What the operator has chosen: on the command line, and for good in cdk.json. */
export interface Chosen {
  readonly settings: Settings;
  /** Settings of the command line, as the CDK takes them. */
  readonly context: readonly string[];
  readonly help: boolean;
  /** Options beside the settings that were given, by name. */
  readonly given: ReadonlySet<string>;
}

/** Reads `-c name=value` and the flags that a command has. Throws a `SettingError` that says what to write instead. */
export function chosenIn(args: readonly string[], flags: readonly string[] = []): Chosen {
  const { context = [], help = false, ...given } = valuesIn(args, flags);
  return {
    settings: settingsOf({ ...committedContext(), ...contextOf(context) }),
    context: context.flatMap((setting) => ['-c', setting]),
    help,
    given: new Set(Object.keys(given)),
  };
}

function valuesIn(args: readonly string[], flags: readonly string[]) {
  const options = {
    context: { type: 'string', short: 'c', multiple: true },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const more = Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' } as const]));
  try {
    return parseArgs({ args: [...args], options: { ...more, ...options } }).values;
  } catch (error) {
    const sentence = error instanceof Error ? error.message.split(/\. (?=To specify)/, 1)[0] : String(error);
    throw new SettingError(`${sentence?.replace(/\.$/, '')}. Run with --help to see what there is.`);
  }
}

const contextOf = (settings: readonly string[]): Context =>
  Object.fromEntries(
    settings.map((setting) => {
      const [name = '', ...value] = setting.split('=');
      if (value.length === 0) throw new SettingError(`"${setting}" is no setting: write -c name=value.`);
      return [name, value.join('=')];
    }),
  );

function committedContext(): Context {
  const { context = {} }: { readonly context?: Context } = JSON.parse(readFileSync(join(ROOT, 'cdk.json'), 'utf8'));
  return context;
}
