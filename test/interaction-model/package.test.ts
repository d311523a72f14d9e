import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { IntentName } from '../../interaction-model/intents';
import { EN } from '../../interaction-model/language/en';
import { LOCALES } from '../../interaction-model/locales';
import { compileBank } from '../../tools/bank/compile';
import { buildModel, skillPackage } from '../../tools/build-model';
import { icon, picture } from '../../tools/icon';
import { BANK } from '../../tools/paths';

const { fields } = compileBank(BANK);

test('the package is written in the layout of the ASK CLI, compact, and nothing else is left there', () => {
  const outDir = mkdtempSync(join(tmpdir(), 'package-'));
  try {
    writeFileSync(join(outDir, 'left-over.json'), '{}');
    buildModel({ outDir, fields });
    const files = readdirSync(outDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(outDir, join(entry.parentPath, entry.name)));
    const models = LOCALES.map((locale) => join('interactionModels', 'custom', `${locale}.json`));
    const icons = ['icon-108.png', 'icon-512.png'].map((name) => join('assets', 'images', name));
    expect(files.sort()).toEqual(['skill.json', ...models, ...icons].sort());
    for (const file of ['skill.json', ...models]) expect(readFileSync(join(outDir, file), 'utf8')).not.toContain('\n');
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
});

test('values of level, kind, field and topic have the ids of the bank', () => {
  const types = skillPackage(fields).models['en-US']?.interactionModel.languageModel.types ?? [];
  const ids = (name: string) => types.find((type) => type.name === name)?.values?.map(({ id }) => id);
  expect(ids('LEVEL')).toEqual(['entry', 'experienced', 'senior']);
  expect(ids('KIND')).toEqual(['knowledge', 'situational', 'behavioural', 'motivational']);
  expect(ids('FIELD')).toEqual(fields.map(({ id }) => id));
  expect(ids('TOPIC')).toEqual([...new Set(fields.flatMap(({ topics }) => topics.map(({ id }) => id)))]);
  expect(ids('TERM')).toEqual([...new Set(fields.flatMap(({ terms }) => terms.map(({ id }) => id)))]);
});

/** Everything that the coach tells people to say, and that must then be understood. */
const OFFERED: readonly (readonly [said: string, intent: IntentName])[] = [
  ['one question', 'AskQuestionIntent'],
  ['any question', 'AskQuestionIntent'],
  ['a question', 'AskQuestionIntent'],
  ['topics', 'ListTopicsIntent'],
  ['the list of topics', 'ListTopicsIntent'],
  ['which topics are there', 'ListTopicsIntent'],
  ['which fields are there', 'ListFieldsIntent'],
  ['hint', 'HintIntent'],
  ['why do they ask that', 'WhyIntent'],
  ['what does that mean', 'ExplainTermIntent'],
  ['give me a moment', 'ThinkIntent'],
  ['skip', 'SkipIntent'],
  ['keep going', 'AddMoreIntent'],
  ['go on', 'AddMoreIntent'],
  ['add more', 'AddMoreIntent'],
  ["that's all", 'ThatsAllIntent'],
  ['what did you hear', 'HeardWhatIntent'],
  ['i did say that', 'DidSayIntent'],
  ['self check', 'CheckMyselfIntent'],
  ['check myself against the key points', 'CheckMyselfIntent'],
  ['all of them', 'AllPointsIntent'],
  ['none of them', 'NoPointsIntent'],
  ['sample answer', 'SampleAnswerIntent'],
  ['a sample answer', 'SampleAnswerIntent'],
  ['the long answer', 'LongAnswerIntent'],
  ['what should i have said', 'KeyPointsIntent'],
  ['ask me a follow up', 'FollowUpIntent'],
  ['try again', 'TryAgainIntent'],
  ['try once more', 'TryAgainIntent'],
  ['another try', 'TryAgainIntent'],
  ['next question', 'NextQuestionIntent'],
  ['the next question', 'NextQuestionIntent'],
  ['go back', 'GoBackIntent'],
  ['send me the link', 'SendLinkIntent'],
  ['more questions', 'MoreQuestionsIntent'],
  ['where can i follow you', 'FollowIntent'],
  ['slower', 'SlowerIntent'],
  ['faster', 'FasterIntent'],
  ['remind me every day', 'RemindIntent'],
  ['when do you remind me', 'WhenRemindedIntent'],
  ['stop reminding me', 'StopRemindingIntent'],
  ['say the question again', 'AMAZON.RepeatIntent'],
  ['repeat', 'AMAZON.RepeatIntent'],
  ['help', 'AMAZON.HelpIntent'],
  ['stop', 'AMAZON.StopIntent'],
  ['yes', 'AMAZON.YesIntent'],
  ['no', 'AMAZON.NoIntent'],
];

test.each(OFFERED)('"%s" is said for %s, word for word', (said, intent) => {
  const usual: Readonly<Record<string, readonly string[]>> = EN.builtInPhrases;
  expect([...EN.samples[intent], ...(usual[intent] ?? [])]).toContain(said);
});

describe('the icon', () => {
  test.each([108, 512])('of %i pixels is a picture with a bubble in the middle and none in the corners', (size) => {
    const file = icon(size);
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([size, size]);
    const data = file.indexOf('IDAT');
    const rows = inflateSync(file.subarray(data + 4, data + 4 + file.readUInt32BE(data - 4)));
    expect(rows).toHaveLength(size * (1 + 3 * size));
    const at = (x: number, y: number) => [...rows.subarray(y * (1 + 3 * size) + 1 + 3 * x).subarray(0, 3)];
    expect(at(0, 0)).toEqual([22, 62, 92]);
    expect(at(Math.floor(size / 2), Math.floor(size * 0.25))).toEqual([255, 255, 255]);
  });

  test('stands in the middle of a card’s wider picture', () => {
    const [wide, square] = [picture(30, 20), picture(20, 20)].map((file) => {
      const data = file.indexOf('IDAT');
      return inflateSync(file.subarray(data + 4, data + 4 + file.readUInt32BE(data - 4)));
    });
    for (let y = 0; y < 20; y++) {
      const line = wide?.subarray(y * 91, (y + 1) * 91);
      expect(line?.subarray(16, 76)).toEqual(square?.subarray(y * 61 + 1, (y + 1) * 61));
      expect([...(line?.subarray(1, 4) ?? []), ...(line?.subarray(88) ?? [])]).toEqual([22, 62, 92, 22, 62, 92]);
    }
  });

  test('has checksums that readers accept', () => {
    const file = icon(108);
    expect(file.subarray(-12).toString('hex')).toBe('0000000049454e44ae426082');
  });
});
