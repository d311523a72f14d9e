import { commandsFor } from '../../tools/destroy';
import { openAccount } from './account';
import { run } from './run';

// Each command is a process of its own, on a machine that may have other things to do.
jest.setTimeout(120_000);

test('a deployment that lacks something is not begun', async () => {
  const { code, out } = await run('tools/deploy.ts', ['-c', 'stage=prod']);
  expect(code).toBe(1);
  expect(out).toContain('Nothing was deployed. Missing: AWS credentials, AWS region, CDK bootstrap.');
});

test('a skill that the stack is to make needs its secret before anything is deployed', async () => {
  const account = await openAccount({ bootstrap: '27' });
  try {
    const { code, out } = await run(
      'tools/deploy.ts',
      ['-c', 'vendorId=M1ABCDEFGHIJKL', '-c', 'skillSecret=a/b'],
      account.env,
    );
    expect(code).toBe(1);
    expect(out).toContain('Nothing was deployed. Missing: secret of the skill.');
  } finally {
    await account.close();
  }
});

test('a stage is taken down with its data only by whoever writes its name', async () => {
  const account = await openAccount({ bootstrap: '27' });
  try {
    const args = ['-c', 'stage=prod', '--with-data'];
    const { code, out } = await run('tools/destroy.ts', args, account.env, 'yes\n');
    expect(code).toBe(1);
    expect(out).toContain('The progress of every listener of prod will be gone.');
    expect(out.trim()).toMatch(/Nothing was taken down\.$/);
  } finally {
    await account.close();
  }
});

test('without credentials nothing is taken down', async () => {
  const { code, out } = await run('tools/destroy.ts');
  expect(code).toBe(1);
  expect(out).toContain('Nothing was taken down. Missing: AWS credentials,');
});

test('data is kept unless told otherwise; to go, it is first given free', () => {
  const context = ['-c', 'stage=prod'];
  expect(commandsFor({ stage: 'prod' }, context, false)).toEqual([['destroy', 'InterviewRehearsal-prod', ...context]]);
  expect(commandsFor({ stage: 'prod' }, context, true)).toEqual([
    ['deploy', 'InterviewRehearsal-prod', ...context, '-c', 'data=delete', '--require-approval', 'never'],
    ['destroy', 'InterviewRehearsal-prod', ...context, '-c', 'data=delete', '--force'],
  ]);
});
