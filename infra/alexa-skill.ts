import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RemovalPolicy, SecretValue } from 'aws-cdk-lib';
import { CfnSkill } from 'aws-cdk-lib/alexa-ask';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { CfnPermission, IFunction } from 'aws-cdk-lib/aws-lambda';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import { manifestFor } from './manifest-override';
import type { DeployStage, Publisher } from './settings';

const SKILL_PACKAGE = join(__dirname, '../dist/skill-package');

/**
 * The skill itself, made from the built skill package in the publisher's name.
 *
 * The order matters, and goes in a circle that only a second deployment closes:
 * 1. Alexa refuses an endpoint that it may not call, so the trigger comes first: the skill depends on it.
 * 2. The manifest names the function, so the function comes before the skill; a function that took the skill's id from it in turn would be
 *    a cycle, which CloudFormation refuses.
 * 3. Therefore the id comes in as a setting, when the first deployment has printed it: `-c skillId=…` narrows the trigger and the function
 *    to this skill. The id never changes, so this is done once. A parameter that the function looks up at each start would save that
 *    second deployment, at the price of a call and a right for ever; and the trigger would still stand open.
 */
export function alexaSkill(stack: Construct, { publisher, handler, trigger, stage }: AlexaSkillProps): CfnSkill {
  const scope = new Construct(stack, 'AlexaSkill');
  const skillPackage = new Asset(scope, 'Package', { path: SKILL_PACKAGE });
  const reader = packageReader(scope, skillPackage);
  const skill = new CfnSkill(scope, 'Resource', {
    vendorId: publisher.vendorId,
    authenticationConfiguration: {
      clientId: credential(publisher, 'clientId'),
      clientSecret: credential(publisher, 'clientSecret'),
      refreshToken: credential(publisher, 'refreshToken'),
    },
    skillPackage: {
      s3Bucket: skillPackage.s3BucketName,
      s3Key: skillPackage.s3ObjectKey,
      s3BucketRole: reader.roleArn,
      overrides: {
        manifest: manifestFor(readFileSync(join(SKILL_PACKAGE, 'skill.json'), 'utf8'), handler.functionArn),
      },
    },
  });
  skill.node.addDependency(trigger, reader);
  // A published skill has its listeners and reviews: it outlives the stack.
  skill.applyRemovalPolicy(stage === 'prod' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
  return skill;
}

interface AlexaSkillProps {
  readonly publisher: Publisher;
  readonly handler: IFunction;
  /** What lets Alexa call the function. */
  readonly trigger: CfnPermission;
  readonly stage: DeployStage;
}

/** Alexa fetches the package itself: it may read this one file. */
function packageReader(scope: Construct, { bucket, s3ObjectKey }: Asset): Role {
  const role = new Role(scope, 'PackageReader', {
    description: 'Lets Alexa read the skill package of Interview Rehearsal',
    assumedBy: new ServicePrincipal('alexa-appkit.amazon.com'),
  });
  role.addToPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects(s3ObjectKey)] }));
  return role;
}

/** The template holds a reference that CloudFormation follows when it deploys; the secret itself is never in it, despite the name of the call. */
const credential = ({ secret }: Publisher, jsonField: string): string =>
  SecretValue.secretsManager(secret, { jsonField }).unsafeUnwrap();
