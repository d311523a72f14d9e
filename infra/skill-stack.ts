import { join } from 'node:path';
import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Settings } from './settings';

const BUNDLE = join(__dirname, '../dist/lambda');

/** The function that serves the skill, and the table that keeps each person's progress. */
export class SkillStack extends Stack {
  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, { description: 'Interview Rehearsal: a spoken interview coach' });
    const table = progressTable(this, settings);
    const handler = skillFunction(this, table.tableName, settings);
    allowItsTable(handler, table);
    allowAlexa(handler, settings);
    new CfnOutput(this, 'FunctionArn', { value: handler.functionArn, description: 'Endpoint of the skill' });
  }
}

function progressTable(scope: Construct, { stage }: Settings): TableV2 {
  const production = stage === 'prod';
  return new TableV2(scope, 'Progress', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.dynamoOwnedKey(),
    timeToLiveAttribute: 'expiresAt',
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: production,
    removalPolicy: production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
}

function skillFunction(scope: Construct, table: string, { skillId }: Settings): LambdaFunction {
  return new LambdaFunction(scope, 'Skill', {
    description: 'Hears a turn of Interview Rehearsal and answers it',
    code: Code.fromAsset(BUNDLE),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: 512,
    // Alexa waits for eight seconds; an answer after that is heard by nobody.
    timeout: Duration.seconds(7),
    logGroup: new LogGroup(scope, 'Logs', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY }),
    environment: { PROGRESS_TABLE: table, LOG_LEVEL: 'info', ...(skillId && { SKILL_ID: skillId }) },
  });
}

/** The function may do with its own table what it does, and nothing else. */
function allowItsTable(handler: LambdaFunction, table: TableV2): void {
  handler.addToRolePolicy(
    new PolicyStatement({
      actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'].map(
        (a) => `dynamodb:${a}`,
      ),
      resources: [table.tableArn],
    }),
  );
}

function allowAlexa(handler: LambdaFunction, { skillId }: Settings): void {
  handler.addPermission('Alexa', {
    principal: new ServicePrincipal('alexa-appkit.amazon.com'),
    ...(skillId && { eventSourceToken: skillId }),
  });
}
