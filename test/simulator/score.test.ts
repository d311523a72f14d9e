import { understanding } from '../../simulator/understanding/understand';
import { builtModel, scoreOf, tuningUtterances, unseenUtterances } from './score';

/** Share of unseen sentences that must reach an intent that does them justice. */
const MARK = 0.83;

const model = builtModel();
const unseen = unseenUtterances();

test('the hundred are a hundred, a fifth of them off topic, and none is a sample', () => {
  expect(unseen).toHaveLength(100);
  expect(new Set(unseen.map(({ say }) => say)).size).toBe(100);
  expect(unseen.filter(({ expect: intents }) => intents.includes('AMAZON.FallbackIntent'))).toHaveLength(20);
  const samples = new Set([...model.intents.values()].flatMap((intent) => intent.samples));
  expect(unseen.filter(({ say }) => samples.has(say))).toEqual([]);
  const tuned = new Set(tuningUtterances().map(({ say }) => say));
  expect(unseen.filter(({ say }) => tuned.has(say))).toEqual([]);
  expect(unseen.flatMap(({ expect: intents }) => intents).filter((intent) => !model.intents.has(intent))).toEqual([]);
});

test('enough of them are understood', () => {
  const { right, of, missed } = scoreOf(model, unseen);
  const lines = missed.map(({ unseen: { say }, got }) => `  ${say}: ${got.intent}`);
  process.stdout.write(`${[`${right} of ${of} unseen utterances understood`, ...lines].join('\n')}\n`);
  expect(right / of).toBeGreaterThanOrEqual(MARK);
});

describe('what listeners are told they can say', () => {
  const understand = understanding(model);
  const answering = { intent: 'AnswerIntent', slot: 'answer' };

  test.each([
    ['a retention schedule question', 'AskQuestionIntent', { topic: 'retention-schedules' }],
    ['a hard archivist question', 'AskQuestionIntent', { level: 'senior', field: 'archivist' }],
    ['give me an easy question', 'AskQuestionIntent', { level: 'entry' }],
    ['ask me a behavioral question', 'AskQuestionIntent', { kind: 'behavioural' }],
    ['switch to dentist', 'SwitchFieldIntent', { field: null }],
    ['which fields are there', 'ListFieldsIntent', {}],
    ['what topics are there', 'ListTopicsIntent', {}],
    ['send me the link', 'SendLinkIntent', {}],
    ['where can i learn more', 'SendLinkIntent', {}],
    ['more questions', 'MoreQuestionsIntent', {}],
    ['privacy', 'NameAloneIntent', { topic: 'privacy-confidentiality' }],
  ])('%s', (sentence, intent, ids) => {
    const understood = understand(sentence);
    const resolved = Object.entries(understood.slots).map(([name, { matched }]) => [name, matched?.id ?? null]);
    expect([understood.intent, Object.fromEntries(resolved)]).toEqual([intent, ids]);
  });

  test.each([
    ['give me a hint', 'HintIntent'],
    ['why do they ask that', 'WhyIntent'],
    ["what's a good answer", 'SampleAnswerIntent'],
    ['what should i have said', 'KeyPointsIntent'],
    ['give me a moment', 'ThinkIntent'],
    ['let me add something', 'AddMoreIntent'],
    ["that's all", 'ThatsAllIntent'],
    ['what did you hear', 'HeardWhatIntent'],
    ['i did say that', 'DidSayIntent'],
    ['slower', 'SlowerIntent'],
    ['what does that mean', 'ExplainTermIntent'],
    ['skip', 'SkipIntent'],
    ['next question', 'NextQuestionIntent'],
    ['repeat', 'AMAZON.RepeatIntent'],
    ['go back', 'GoBackIntent'],
    ['help', 'AMAZON.HelpIntent'],
    ['fine', 'AnswerIntent'],
    ['the retention schedule', 'AnswerIntent'],
    ["i'd shred it anyway", 'AnswerWouldIntent'],
    ['i would never shred it', 'AnswerWouldNotIntent'],
    ['in my last job i kept the log', 'AnswerLastJobIntent'],
    ['because it protects people', 'AnswerBecauseIntent'],
  ])('while answering: %s', (sentence, intent) => {
    expect(understand(sentence, answering).intent).toBe(intent);
  });
});
