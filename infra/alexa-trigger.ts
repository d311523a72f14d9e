import { CfnPermission, type IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Settings } from './settings';

/**
 * Lets Alexa call the function; and once the skill has an id, lets it call for this skill alone.
 *
 * Until then the token has to be missing: Alexa accepts a function as the endpoint of a new skill only when it may already call it, and
 * the skill has no id before it is made.
 */
export const alexaTrigger = (scope: Construct, handler: IFunction, { skillId }: Settings): CfnPermission =>
  new CfnPermission(scope, 'Alexa', {
    functionName: handler.functionArn,
    action: 'lambda:InvokeFunction',
    principal: 'alexa-appkit.amazon.com',
    ...(skillId !== undefined && { eventSourceToken: skillId }),
  });
