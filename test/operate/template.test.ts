import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../../tools/paths';

const Template = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), DeletionPolicy: z.string().optional(), Properties: z.looseObject({}).optional() }),
  ),
});

const { Resources } = Template.parse(
  JSON.parse(readFileSync(join(ROOT, 'infra/committed/InterviewRehearsal-prod.template.json'), 'utf8')),
);

/** CloudFormation makes anew what goes by another name or has other keys, and the old one's content is lost to the skill. */
test.each([
  ['Progress46A8DAB4', 'AWS::DynamoDB::GlobalTable'],
  ['AlexaSkill861A2C0A', 'Alexa::ASK::Skill'],
])('%s keeps its name for ever, and outlives the stack', (name, Type) => {
  expect(Resources[name]).toMatchObject({ Type, DeletionPolicy: 'Retain' });
});

test("the table's keys never change", () => {
  expect(Resources.Progress46A8DAB4?.Properties).toMatchObject({
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
  });
});
