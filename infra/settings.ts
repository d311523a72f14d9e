export const STAGES = ['dev', 'prod'] as const;
export type DeployStage = (typeof STAGES)[number];

/** What an operator chooses with `-c name=value`, or once and for all under `context` in cdk.json. */
export interface Settings {
  /** `prod` keeps its data when the stack is deleted. Default: `dev`. */
  readonly stage: DeployStage;
  /** Only this skill may call the function. Known once the skill exists. */
  readonly skillId?: string;
  /** With it the stack makes the skill itself; without it, the ASK CLI does. */
  readonly publisher?: Publisher;
  /** Is told when an alarm goes off, and has to confirm the subscription once. */
  readonly alarmEmail?: string;
  /** As many turns at the same time, and never more: a ceiling for the bill. It is taken from what the account has in all. */
  readonly concurrency?: number;
  /** X-Ray traces of the function. Default: off, for they cost more than the turns themselves. */
  readonly tracing: boolean;
  /** Whether the table goes with the stack. Default: it is kept, for it holds what listeners worked for. */
  readonly data: 'keep' | 'delete';
}

/** In whose name the skill is published. */
export interface Publisher {
  readonly vendorId: string;
  /** Name of the secret in Secrets Manager that holds clientId, clientSecret and refreshToken as JSON. */
  readonly secret: string;
}

/** Context by its name: strings from the command line, anything from cdk.json. */
export type Context = Readonly<Record<string, unknown>>;

/** A setting that cannot be right. Its message is a sentence for the operator. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

const SKILL_ID = /^amzn1\.ask\.skill\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const VENDOR_ID = /^[A-Z0-9]{6,20}$/;
const SECRET = /^[\w/+=.@-]{1,512}$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const NAMES = ['stage', 'skillId', 'vendorId', 'skillSecret', 'alarmEmail', 'concurrency', 'tracing', 'data'];
/** The CDK's own names have other signs in them. */
const OURS = /^[A-Za-z]+$/;

/** Settings from CDK context. Throws a `SettingError` that says what to write instead. */
export function settingsOf(context: Context): Settings {
  const stranger = Object.keys(context).find((name) => OURS.test(name) && !NAMES.includes(name));
  if (stranger !== undefined)
    throw new SettingError(`There is no setting "${stranger}". Known are ${NAMES.join(', ')}.`);
  const skillId = text(context, 'skillId', SKILL_ID, 'amzn1.ask.skill. and then 36 digits, letters a to f and hyphens');
  const alarmEmail = text(context, 'alarmEmail', EMAIL, 'an e-mail address');
  const publisher = publisherOf(context);
  const concurrency = concurrencyOf(context);
  return {
    stage: stageOf(context),
    tracing: isOn(context, 'tracing'),
    data: dataOf(context),
    ...(skillId !== undefined && { skillId }),
    ...(publisher && { publisher }),
    ...(alarmEmail !== undefined && { alarmEmail }),
    ...(concurrency !== undefined && { concurrency }),
  };
}

function stageOf({ stage = 'dev' }: Context): DeployStage {
  const known = STAGES.find((name) => name === stage);
  if (known === undefined) throw new SettingError(`Unknown stage "${stage}": write -c stage=dev or -c stage=prod.`);
  return known;
}

function publisherOf(context: Context): Publisher | undefined {
  const vendorId = text(
    context,
    'vendorId',
    VENDOR_ID,
    'the capital letters and digits that developer.amazon.com shows',
  );
  const secret = text(context, 'skillSecret', SECRET, "a secret's name in Secrets Manager");
  if (vendorId === undefined && secret === undefined) return undefined;
  if (vendorId === undefined || secret === undefined) {
    const missing = vendorId === undefined ? 'vendorId' : 'skillSecret';
    throw new SettingError(`To make the skill, the stack needs both vendorId and skillSecret: add -c ${missing}=….`);
  }
  return { vendorId, secret };
}

function concurrencyOf({ concurrency }: Context): number | undefined {
  if (concurrency === undefined) return undefined;
  const turns = Number(concurrency);
  if (Number.isInteger(turns) && turns >= 1) return turns;
  throw new SettingError(
    `"${concurrency}" is no concurrency: write how many turns may run at the same time, 1 or more.`,
  );
}

function dataOf({ data = 'keep' }: Context): Settings['data'] {
  if (data === 'keep' || data === 'delete') return data;
  throw new SettingError(`"${data}" is no value of data: write -c data=keep or -c data=delete.`);
}

function isOn(context: Context, name: string): boolean {
  const value = context[name] ?? 'off';
  if (value === 'on' || value === 'off') return value === 'on';
  throw new SettingError(`"${value}" is no value of ${name}: write -c ${name}=on or -c ${name}=off.`);
}

function text(context: Context, name: string, form: RegExp, looksLike: string): string | undefined {
  const value = context[name];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && form.test(value)) return value;
  throw new SettingError(`"${value}" is no ${name}: it looks like this: ${looksLike}.`);
}
