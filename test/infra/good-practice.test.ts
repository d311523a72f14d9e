import { App, Stack, Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { NagPack } from 'cdk-nag';
import { rulePacks } from '../../infra/good-practice';
import { EVERYTHING, packsFolder, stackOf } from './templates';

const found = (stack: Stack, packs = rulePacks(stack)): readonly string[] =>
  packs.flatMap((pack) => pack.validateScope(stack).violations.map(({ ruleName }) => ruleName));

/** Every explanation in the stack: the finding, and the reason for which it is right. */
const explained = (stack: Stack): ReadonlyMap<string, string> =>
  new Map(
    stack.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries<string>(data))
      .map(([id, reason]) => [id.replace(/^annotation::/i, ''), reason]),
  );

const STACKS = [
  ['dev', () => stackOf({})],
  ['prod, before the skill is known', () => stackOf({ stage: 'prod' })],
  ['prod, with everything', () => stackOf(EVERYTHING)],
  ['prod, with packs outside the function', () => stackOf(EVERYTHING, packsFolder())],
] as const;

test.each(STACKS)('the stack of %s has no finding that nobody explained', (_, make) => {
  expect(found(make())).toEqual([]);
});

test.each(STACKS)('every explanation for %s is of a finding, and says why', (_, make) => {
  const stack = make();
  const deaf: readonly NagPack[] = rulePacks(stack).map((pack) =>
    Object.assign(Object.create(pack), { isAcknowledged: () => false }),
  );
  const explanations = explained(stack);
  expect([...explanations.keys()].sort()).toEqual([...new Set(found(stack, deaf))].sort());
  for (const reason of explanations.values()) expect(reason).toMatch(/^.{25,}\.$/);
});

test('the packs do look: a bucket with nothing said about it is found', () => {
  const stack = new Stack(new App(), 'Careless');
  new Bucket(stack, 'Bucket');
  expect(found(stack)).toEqual(expect.arrayContaining(['AwsSolutions-S1', 'AwsSolutions-S10']));
});
