import { SettingError } from '../../infra/settings';
import { diagnosis } from '../../tools/doctor';
import { node } from '../../tools/operate/machine';
import { endpoint, pages } from '../../tools/operate/publisher';
import { type Kept, openAccount } from './account';
import { nothing, run } from './run';

// Each command is a process of its own, on a machine that may have other things to do.
jest.setTimeout(120_000);

// The SDK tells every process that this Node is old, unless it is asked not to before the first client is made.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

const SECRET = 'interview-rehearsal/skill';
const PUBLISHER = ['-c', 'vendorId=M1ABCDEFGHIJKL', '-c', `skillSecret=${SECRET}`];
const CREDENTIALS = JSON.stringify({ clientId: 'a', clientSecret: 'b', refreshToken: 'c' });

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

/** What the doctor says on a machine that has nothing but this in its environment. */
async function consulted(env: Readonly<Record<string, string>>, args: readonly string[] = []) {
  process.env = { ...nothing(before), ...env };
  const { lines, code } = await diagnosis(args);
  return { out: lines.join('\n'), code };
}

/** The same with an account that keeps this. */
async function withAccount(kept: Kept, args: readonly string[] = []) {
  const account = await openAccount(kept);
  try {
    return await consulted(account.env, args);
  } finally {
    await account.close();
  }
}

test('without an account, exactly what is lacking is named, with a way to get each', async () => {
  const { code, out } = await run('tools/doctor.ts');
  expect(code).toBe(1);
  expect(out.trim().split('\n').at(-1)).toBe(
    'Missing: AWS credentials; AWS region; CDK bootstrap; for the skill either vendor id and secret of the skill, or ASK CLI and ASK profile and endpoint.',
  );
  const lines = out.split('\n');
  const lacking = lines.flatMap((line, i) => (/^ {2}[✗?]/.test(line) ? [lines[i + 1] ?? ''] : []));
  expect(lacking).toHaveLength(8);
  for (const how of lacking) expect(how).toMatch(/^ {6}\S.{15}/);
  expect(out).toContain(`✓ Node.js: ${process.versions.node}`);
});

test('with everything there, nothing is missing', async () => {
  const { code, out } = await withAccount({ bootstrap: '27', secrets: { [SECRET]: CREDENTIALS } }, PUBLISHER);
  expect(code).toBe(0);
  expect(out).toContain('Nothing is missing: npm run deploy.');
  expect(out).toContain('✓ CDK bootstrap: version 27 in eu-west-1');
});

const prepared = { bootstrap: '27' } as const;

test.each<readonly [string, Kept, readonly string[], string]>([
  ['a region that was not prepared', {}, [], '✗ CDK bootstrap: eu-west-1 is not prepared.'],
  ['an old bootstrap', { bootstrap: '5' }, [], '✗ CDK bootstrap: version 5 is too old.'],
  ['a secret that is not there', prepared, PUBLISHER, `✗ secret of the skill: there is no ${SECRET} in eu-west-1.`],
  [
    'a secret without all three',
    { ...prepared, secrets: { [SECRET]: '{"clientId":"a","refreshToken":""}' } },
    PUBLISHER,
    `✗ secret of the skill: ${SECRET} has no clientSecret, refreshToken.`,
  ],
  [
    'a secret that is no JSON',
    { ...prepared, secrets: { [SECRET]: 'sesame' } },
    PUBLISHER,
    `✗ secret of the skill: ${SECRET} has no clientId, clientSecret, refreshToken.`,
  ],
  [
    'credentials that have expired',
    { refusing: 'ExpiredTokenException' },
    [],
    '? CDK bootstrap: the account does not tell (ExpiredTokenException).',
  ],
])('%s is found', async (_, kept, args, line) => {
  const { code, out } = await withAccount(kept, args);
  expect(code).toBe(1);
  expect(out).toContain(line);
  expect(out).not.toContain('sesame');
});

test('row c7: a region in which Alexa may not call functions is pointed out', async () => {
  const { out } = await consulted({ AWS_REGION: 'eu-south-2' });
  expect(out).toContain('· AWS region: eu-south-2 is none of those');
});

test.each([
  ['18.20.0', 'missing'],
  ['20.0.0', 'there'],
  ['24.1.0', 'there'],
])('Node %s is %s', (version, is) => {
  expect(node(version)).toMatchObject({ is });
});

test('what the publisher has filled in is there', () => {
  expect(endpoint('arn:aws:lambda:us-east-1:123456789012:function:skill')).toMatchObject({ is: 'there' });
  const [privacyPolicy, termsOfUse] = ['https://rehearsal.org/privacy', 'https://rehearsal.org/terms'];
  expect(pages({ privacyPolicy, termsOfUse })).toMatchObject({ is: 'there' });
});

test.each([
  [['-c', 'stage=production'], 'Unknown stage "production"'],
  [['-c', 'stage'], '"stage" is no setting: write -c name=value.'],
  [['--fast'], "Unknown option '--fast'. Run with --help to see what there is."],
])('%j is refused with a sentence', async (args, sentence) => {
  await expect(diagnosis(args)).rejects.toThrow(SettingError);
  await expect(diagnosis(args)).rejects.toThrow(sentence);
});

test('on the command line such a sentence is all that is said', async () => {
  expect(await run('tools/doctor.ts', ['-c', 'stage'])).toEqual({
    code: 2,
    out: '',
    err: '"stage" is no setting: write -c name=value.\n',
  });
});
