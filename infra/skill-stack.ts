import { Annotations, CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { alarmTopic } from './alarm-topic';
import { alarms } from './alarms';
import { alexaSkill } from './alexa-skill';
import { alexaTrigger } from './alexa-trigger';
import { dashboard } from './dashboard';
import { media } from './media';
import { PACKS_FOLDER, packs } from './packs';
import { progressTable } from './progress-table';
import type { Settings } from './settings';
import { skillFunction } from './skill-function';

/** All that the skill needs: the function, each person's progress, what speakers fetch, who is told when something is wrong, and the skill. */
export class SkillStack extends Stack {
  constructor(scope: Construct, id: string, settings: Settings, packsFolder = PACKS_FOLDER) {
    super(scope, id, { description: 'Interview Rehearsal: a spoken interview coach' });
    const { stage, publisher } = settings;
    const table = progressTable(this, settings);
    const served = media(this);
    const handler = skillFunction(this, { table, ...served, packs: packs(this, packsFolder), settings });
    const trigger = alexaTrigger(this, handler, settings);
    const watching = alarms(this, { stage, handler, table }, alarmTopic(this, settings));
    dashboard(this, { stage, handler, table, alarms: watching });
    if (publisher !== undefined) {
      const skill = alexaSkill(this, { publisher, handler, trigger, stage });
      tell(this, 'SkillId', skill.ref, 'Deploy once more with -c skillId=this');
    }
    tell(this, 'FunctionArn', handler.functionArn, 'Endpoint of the skill');
    warnOfOpenDoors(this, settings);
  }
}

const tell = (stack: Stack, id: string, value: string, description: string): CfnOutput =>
  new CfnOutput(stack, id, { value, description });

function warnOfOpenDoors(stack: Stack, { stage, skillId }: Settings): void {
  if (stage === 'dev' || skillId !== undefined) return;
  Annotations.of(stack).addWarningV2(
    'interview-rehearsal:no-skill-yet',
    'The function refuses every request until it knows its skill: deploy once more with -c skillId=… when the skill has its id.',
  );
}
