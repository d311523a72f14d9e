import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { manifestFor } from '../../infra/manifest-override';
import { EVERYTHING, stackOf, templateOf } from './templates';

const stack = stackOf(EVERYTHING);
const prod = Template.fromStack(stack);
const FUNCTION_ARN = { 'Fn::GetAtt': [Match.stringLikeRegexp('^Skill'), 'Arn'] };

test('without credentials there is no skill, and everything else is there', () => {
  const dev = templateOf({});
  dev.resourceCountIs('Alexa::ASK::Skill', 0);
  dev.resourceCountIs('AWS::Lambda::Permission', 1);
  dev.resourceCountIs('AWS::DynamoDB::GlobalTable', 1);
});

test('the skill takes its credentials from the secret when it is deployed', () => {
  const field = (name: string) => `{{resolve:secretsmanager:interview-rehearsal/skill:SecretString:${name}::}}`;
  prod.hasResourceProperties('Alexa::ASK::Skill', {
    VendorId: EVERYTHING.vendorId,
    AuthenticationConfiguration: {
      ClientId: field('clientId'),
      ClientSecret: field('clientSecret'),
      RefreshToken: field('refreshToken'),
    },
  });
});

test('requests and events of the skill go to the function', () => {
  prod.hasResourceProperties('Alexa::ASK::Skill', {
    SkillPackage: {
      Overrides: {
        Manifest: {
          apis: { custom: { endpoint: { uri: FUNCTION_ARN }, interfaces: Match.anyValue() } },
          events: {
            endpoint: { uri: FUNCTION_ARN },
            subscriptions: Match.arrayWith([{ eventName: 'SKILL_DISABLED' }]),
          },
        },
      },
    },
  });
});

test('the skill is made after what lets Alexa call the function, and after what lets it read the package', () => {
  prod.hasResource('Alexa::ASK::Skill', {
    DependsOn: Match.arrayWith(['Alexa', Match.stringLikeRegexp('^AlexaSkillPackageReaderDefaultPolicy')]),
  });
});

test('nothing that the skill needs needs the skill', () => {
  const skills = Object.keys(prod.findResources('Alexa::ASK::Skill'));
  const others = Object.entries(prod.toJSON().Resources).filter(([id]) => !skills.includes(id));
  for (const id of skills) expect(others.filter(([, other]) => JSON.stringify(other).includes(`"${id}"`))).toEqual([]);
});

test('Alexa may read the package, and no other file', () => {
  prod.hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'alexa-appkit.amazon.com' } }],
    },
  });
  prod.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: [
        {
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: { 'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp('^/[0-9a-f]{64}\\.zip$')])] },
        },
      ],
    },
  });
});

test('the package has the manifest and the models at its root', () => {
  const [skill] = Object.values(prod.findResources('Alexa::ASK::Skill'));
  const hash = String(skill?.Properties.SkillPackage.S3Key).replace('.zip', '');
  const { directory } = App.of(stack)?.synth() ?? { directory: '' };
  for (const file of ['skill.json', 'interactionModels/custom/en-US.json', 'assets/images/icon-108.png']) {
    expect([file, existsSync(join(directory, `asset.${hash}`, file))]).toEqual([file, true]);
  }
});

test.each([
  ['prod', 'Retain'],
  ['dev', 'Delete'],
])('when the stack of %s is deleted: %s the skill', (stage, policy) => {
  templateOf({ ...EVERYTHING, stage }).hasResource('Alexa::ASK::Skill', { DeletionPolicy: policy });
});

test.each(['{}', '[]', '{"manifest":{"apis":{}}}', '{"manifest":{"apis":{"custom":{}}}}'])(
  'a manifest like %s is refused with a sentence',
  (json) => {
    expect(() => manifestFor(json, 'arn')).toThrow(
      /^dist\/skill-package\/skill\.json has no "\w+"\. Run "npm run build"/,
    );
  },
);
