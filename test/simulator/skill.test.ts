import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sent } from '../../simulator/envelope';
import { captureConsole, loadSkill } from '../../simulator/skill';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'skill-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
function skillIn(source: string) {
  made += 1;
  const file = join(folder, `skill-${made}.js`);
  writeFileSync(file, source);
  return loadSkill(file);
}

const envelope: Sent = {
  version: '1.0',
  context: { System: { application: { applicationId: 'a' }, user: { userId: 'u' }, apiEndpoint: 'http://127.0.0.1' } },
  request: {
    type: 'AlexaSkillEvent.SkillDisabled',
    requestId: 'r',
    timestamp: 't',
    eventCreationTime: 't',
    eventPublishingTime: 't',
    body: { userInformationPersistenceStatus: 'NOT_PERSISTED' },
  },
};

test('a handler gets what JSON carries, and a Lambda context', async () => {
  const skill = skillIn(
    'exports.handler = async (event, context) => ({ id: context.awsRequestId, left: context.getRemainingTimeInMillis() > 0, when: new Date(0), none: undefined, same: event });',
  );
  expect(await skill(envelope)).toEqual({ id: 'r', left: true, when: '1970-01-01T00:00:00.000Z', same: envelope });
});

test('a handler that gives nothing gives null, and one that throws rejects', async () => {
  expect(await skillIn('exports.handler = async () => {};')(envelope)).toBeNull();
  await expect(skillIn('exports.handler = async () => { throw new Error("no"); };')(envelope)).rejects.toThrow('no');
  await expect(skillIn('exports.handler = () => { throw new Error("at once"); };')(envelope)).rejects.toThrow(
    'at once',
  );
});

test('a file without a handler is no skill', () => {
  expect(() => skillIn('exports.other = 1;')).toThrow(/skill-\d+\.js exports no handler/);
});

test('what is logged goes elsewhere until the console is given back', () => {
  const lines: string[] = [];
  const before = console.log;
  const giveBack = captureConsole((line) => lines.push(line));
  console.log('turn', { open: true });
  console.warn('careful');
  giveBack();
  expect(lines).toEqual(['turn {"open":true}', 'careful']);
  expect(console.log).toBe(before);
});
