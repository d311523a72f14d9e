import { SettingError, settingsOf } from '../../infra/settings';
import { EVERYTHING, SKILL_ID } from './templates';

test.each([
  [{}, { stage: 'dev', tracing: false, data: 'keep' }],
  [
    { stage: 'dev', tracing: 'off' },
    { stage: 'dev', tracing: false, data: 'keep' },
  ],
  [{ concurrency: 5 }, { stage: 'dev', tracing: false, data: 'keep', concurrency: 5 }],
  [
    { '@aws-cdk/core:flag': true, 'cli-telemetry': false, 'aws:cdk:version': 1 },
    { stage: 'dev', tracing: false, data: 'keep' },
  ],
  [
    EVERYTHING,
    {
      stage: 'prod',
      skillId: SKILL_ID,
      publisher: { vendorId: 'M1ABCDEFGHIJKL', secret: 'interview-rehearsal/skill' },
      alarmEmail: 'operator@interview-rehearsal.example',
      concurrency: 20,
      tracing: true,
      data: 'keep',
    },
  ],
])('context %j means %j', (context, settings) => {
  expect(settingsOf(context)).toEqual(settings);
});

test.each([
  [{ stage: 'production' }, 'Unknown stage "production": write -c stage=dev or -c stage=prod.'],
  [{ skillId: 'mine' }, '"mine" is no skillId'],
  [{ skillId: `${SKILL_ID}0` }, 'is no skillId'],
  [{ skillID: SKILL_ID }, 'There is no setting "skillID". Known are stage, skillId,'],
  [{ vendorId: 'M1ABCDEFGHIJKL' }, 'needs both vendorId and skillSecret: add -c skillSecret=…'],
  [{ skillSecret: 'a/b' }, 'needs both vendorId and skillSecret: add -c vendorId=…'],
  [{ vendorId: 'm1', skillSecret: 'a/b' }, '"m1" is no vendorId'],
  [{ vendorId: 'M1ABCDEFGHIJKL', skillSecret: 'a:b' }, '"a:b" is no skillSecret'],
  [{ alarmEmail: 'me' }, '"me" is no alarmEmail: it looks like this: an e-mail address.'],
  [{ concurrency: '0' }, '"0" is no concurrency: write how many turns may run at the same time, 1 or more.'],
  [{ concurrency: 'many' }, '"many" is no concurrency'],
  [{ data: 'lose' }, '"lose" is no value of data: write -c data=keep or -c data=delete.'],
  [{ tracing: 'yes' }, '"yes" is no value of tracing: write -c tracing=on or -c tracing=off.'],
])('context %j is refused with a sentence', (context, sentence) => {
  expect(() => settingsOf(context)).toThrow(SettingError);
  expect(() => settingsOf(context)).toThrow(sentence);
});
