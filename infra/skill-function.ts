import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { explain } from './good-practice';
import type { Packs } from './packs';
import type { Settings } from './settings';
import { MEMORY_MB, TIMEOUT_SECONDS } from './sizing';

const BUNDLE = join(__dirname, '../dist/lambda');

/** What the function does with its table, and so all that it may do. */
const TABLE_ACTIONS = ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'];

/** In production nobody is served before the skill is known: no skill has this id. */
export const NO_SKILL_YET = 'amzn1.ask.skill.not-yet-known';

export interface Surroundings {
  readonly table: TableV2;
  /** Where quiet audio is served. */
  readonly audioUrl: string | undefined;
  /** Where pictures for cards are served. */
  readonly imagesUrl: string | undefined;
  /** Where packs lie that are too large to lie in the function. */
  readonly packs: Packs | undefined;
  readonly settings: Settings;
}

/** The function that hears a turn and answers it. */
export function skillFunction(
  scope: Construct,
  { table, audioUrl, imagesUrl, packs, settings }: Surroundings,
): LambdaFunction {
  const logGroup = new LogGroup(scope, 'Logs', {
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const { stage, concurrency, tracing } = settings;
  const skillId = settings.skillId ?? (stage === 'prod' ? NO_SKILL_YET : undefined);
  const role = functionRole(scope, { table, logGroup, tracing });
  const handler = new LambdaFunction(scope, 'Skill', {
    description: 'Hears a turn of Interview Rehearsal and answers it',
    // The source map stays with whoever built the bundle: nothing in the function reads it.
    code: Code.fromAsset(BUNDLE, { exclude: ['*.map'] }),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: MEMORY_MB,
    timeout: Duration.seconds(TIMEOUT_SECONDS),
    role,
    logGroup,
    tracing: tracing ? Tracing.ACTIVE : Tracing.DISABLED,
    ...(concurrency !== undefined && { reservedConcurrentExecutions: concurrency }),
    environment: {
      PROGRESS_TABLE: table.tableName,
      STAGE: stage,
      LOG_LEVEL: 'info',
      ...(skillId !== undefined && { SKILL_ID: skillId }),
      ...(audioUrl !== undefined && { QUIET_AUDIO_BASE_URL: audioUrl }),
      ...(imagesUrl !== undefined && { CARD_IMAGES_BASE_URL: imagesUrl }),
      ...(packs && { PACKS_BUCKET: packs.bucketName }),
    },
  });
  packs?.servedTo(handler, role);
  explain(handler, {
    'Serverless-LambdaDLQ':
      'Alexa calls the function while a listener waits. A turn that failed is over; nobody can answer it from a queue.',
    ...(!tracing && {
      'Serverless-LambdaTracing':
        'One function and one table: each turn logs its own times, for a fraction of the price of traces. -c tracing=on switches them on.',
    }),
  });
  return handler;
}

/** A role of our own, because the one that AWS manages may write to every log group of the account. */
function functionRole(
  scope: Construct,
  { table, logGroup, tracing }: { table: TableV2; logGroup: LogGroup; tracing: boolean },
): Role {
  const role = new Role(scope, 'SkillRole', {
    description: 'What the function of Interview Rehearsal may do',
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
  });
  logGroup.grantWrite(role);
  role.addToPolicy(
    new PolicyStatement({ actions: TABLE_ACTIONS.map((name) => `dynamodb:${name}`), resources: [table.tableArn] }),
  );
  if (tracing) {
    explain(role, {
      'AwsSolutions-IAM5[Resource::*]': 'X-Ray takes traces for an account; it knows no smaller resource.',
    });
  }
  return role;
}
