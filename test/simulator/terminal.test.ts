import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { terminal, turnsOf } from './fixtures/run';

const NOW = ['--now', '2026-03-02T09:00:00Z'];
const SCRIPT = ['--script', '-', ...NOW];
const LONG = 60_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'speaker-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The words after "C: ", a line each. */
const coach = (out: string) => [...out.matchAll(/^C:(.*)$/gm)].map(([, words]) => words?.trim() ?? '');

describe('a script', () => {
  test(
    'is a conversation with the built skill',
    async () => {
      const ran = await terminal([...SCRIPT, '--memory'], 'open interview rehearsal\none question\n(silence)\nstop\n');
      expect(ran.code).toBe(0);
      expect(ran.out.match(/^[UC]:.*$/gm)).toHaveLength(8);
      const [welcome, question, reprompt, bye] = coach(ran.out);
      expect(welcome).toMatch(/^Welcome to Interview Rehearsal\..*\?$/);
      expect(question).toMatch(/^Here is one about .*\?$/);
      expect(reprompt).toBe('Take your time. You can say hint, give me a moment, or skip.');
      expect(bye).not.toMatch(/\?/);
      expect(ran.out.trim().split('\n')).toHaveLength(8);
    },
    LONG,
  );

  test(
    'is remembered in its folder, and the next day goes on from there',
    async () => {
      const play = (script: string) => terminal([...SCRIPT, '--data', folder], script);
      const first = await play('open interview rehearsal\none question\ni would ask my supervisor\nthat’s all\nstop\n');
      const asked = coach(first.out)[1];
      const second = await play('open interview rehearsal\na question\n');
      expect(second.code).toBe(0);
      const [welcome, question] = coach(second.out);
      expect(welcome).toMatch(/^Welcome back/);
      expect(question).not.toBe(asked);
      expect(readFileSync(join(folder, 'skill.log'), 'utf8')).toContain('"type":"LaunchRequest"');
    },
    LONG,
  );

  test(
    'says the same whenever its clock starts at the same time',
    async () => {
      const script = 'open interview rehearsal\none question\nfine\nthat is all\nno\n';
      const [one, two] = await Promise.all([
        terminal([...SCRIPT, '--memory'], script),
        terminal([...SCRIPT, '--memory'], script),
      ]);
      expect(one.out).toBe(two.out);
      expect(one.code).toBe(0);
    },
    LONG,
  );

  test(
    'goes on without its database, and counts no call',
    async () => {
      const ran = await terminal(
        [...SCRIPT, '--memory', '--json'],
        'open interview rehearsal\n(service database down)\none question\n(service database up)\nskip\n',
      );
      const turns = turnsOf(ran);
      expect(turns.map((turn) => turn.open)).toEqual([true, true, true]);
      expect(turns[0]?.calls).toEqual({ read: 1, write: 1 });
      expect(turns[1]?.calls).toEqual({ read: 0, write: 0 });
      expect(turns[2]?.calls).toMatchObject({ write: 1 });
    },
    LONG,
  );

  test.each([
    ['(dance)', /Line 2, \(dance\): no such control/],
    ['(later soon)', /Line 2, \(later soon\): write a time like/],
    ['/quit', /Line 2, \/quit: of commands there is only \/intent/],
  ])(
    'with %s is not played, and says why',
    async (line, why) => {
      const ran = await terminal([...SCRIPT, '--memory'], `open interview rehearsal\n${line}\n`);
      expect(ran.code).toBe(2);
      expect(ran.out).toBe('');
      expect(ran.err).toMatch(why);
    },
    LONG,
  );
});

describe('the form for programs', () => {
  test(
    'has one object a turn, and nothing else',
    async () => {
      const ran = await terminal(
        [...SCRIPT, '--memory', '--json', '--user', 'sam'],
        [
          'give me a hint',
          'ask interview rehearsal for a retention schedule question',
          'i would check for a hold',
          '(silence)',
          'exit',
          '(person Sam)',
          'open interview rehearsal',
          '(touch something odd)',
          '(later 2d)',
        ].join('\n'),
      );
      expect(ran.code).toBe(0);
      expect(ran.err).toContain('Alexa answers "give me a hint" herself');
      const turns = turnsOf(ran);
      for (const turn of turns) {
        expect(Object.keys(turn)).toEqual([
          'utterance',
          'intent',
          'slots',
          'speech',
          'ssml',
          'reprompt',
          'card',
          'directives',
          'open',
          'calls',
          'request',
          'response',
        ]);
      }
      expect(turns.map(({ utterance, intent, open }) => [utterance, intent, open])).toEqual([
        ['ask interview rehearsal for a retention schedule question', 'AskQuestionIntent', true],
        ['i would check for a hold', 'AnswerWouldIntent', true],
        ['(silence)', null, true],
        ['exit', null, false],
        ['open interview rehearsal', null, true],
        ['(touch something odd)', null, true],
        ['(later 2d)', null, false],
      ]);
      expect(turns[0]).toMatchObject({
        slots: { topic: { value: 'retention schedule', id: 'retention-schedules' } },
        directives: ['Dialog.ElicitSlot'],
        request: {
          session: { new: true, user: { userId: 'amzn1.ask.account.sam' } },
          request: { type: 'IntentRequest', timestamp: '2026-03-02T09:00:00Z', locale: 'en-US' },
        },
      });
      expect(turns[2]).toMatchObject({ request: null, response: null, calls: { read: 0, write: 0 } });
      expect(turns[2]?.speech).toBe(turns[1]?.reprompt);
      expect(turns[3]).toMatchObject({ speech: '', ssml: '', request: { request: { reason: 'USER_INITIATED' } } });
      expect(turns[4]).toMatchObject({
        request: { context: { System: { person: { personId: expect.stringMatching(/^amzn1\.ask\.person\./) } } } },
      });
      expect(turns[5]).toMatchObject({
        request: { request: { type: 'Alexa.Presentation.APL.UserEvent', arguments: ['something', 'odd'] } },
      });
      expect(turns[6]).toMatchObject({ speech: '', open: false });
    },
    LONG,
  );
});

describe('lines from a pipe', () => {
  test(
    'are a conversation as it would be typed, without colours and prompts',
    async () => {
      const ran = await terminal(
        ['--memory'],
        'open interview rehearsal\n\nsend me the link\n/help\n/quit\nnever heard\n',
      );
      expect(ran.code).toBe(0);
      expect(ran.out).toMatch(/^Welcome to Interview Rehearsal/);
      expect(ran.out).toContain('SendLinkIntent (sample)');
      expect(ran.out).toContain('(service settings|reminders|database down|up)');
      expect(ran.out).not.toContain('never heard');
      expect(ran.out).not.toContain('\u001b');
    },
    LONG,
  );

  test(
    'that cannot be played are told, and the rest is played',
    async () => {
      const ran = await terminal(['--memory'], '(dance)\nopen interview rehearsal\n');
      expect(ran.code).toBe(2);
      expect(ran.out).toMatch(/\(dance\): no such control.*\nWelcome/);
    },
    LONG,
  );
});

describe('what cannot be', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['an unknown option', ['--sing'], /Unknown option '--sing'.*--help/],
    ['a script that is not there', ['--script', 'nowhere.txt'], /--script nowhere\.txt cannot be read \(ENOENT\)/],
    [
      'a language that it does not speak',
      ['--memory', '--locale', 'de-DE'],
      /does not speak de-DE; it speaks en-AU.*en-US/,
    ],
  ])(
    '%s is one sentence and nothing done',
    async (_, args, why) => {
      const ran = await terminal(args, 'open interview rehearsal\n');
      expect([ran.code, ran.out]).toEqual([2, '']);
      expect(ran.err.trim()).toMatch(why);
      expect(ran.err.trim().split('\n')).toHaveLength(1);
    },
    LONG,
  );

  test(
    'a folder that is a file, and a count that is none, are left as they are',
    async () => {
      const file = join(folder, 'file');
      writeFileSync(file, 'mine');
      const inFile = await terminal([...SCRIPT, '--data', file], 'open interview rehearsal\n');
      expect([inFile.code, inFile.err]).toEqual([2, expect.stringMatching(/cannot be used as a folder.*--data/)]);
      expect(readFileSync(file, 'utf8')).toBe('mine');
      writeFileSync(join(folder, 'ids-made'), 'many');
      const badCount = await terminal([...SCRIPT, '--data', folder], 'open interview rehearsal\n');
      expect([badCount.code, badCount.err]).toEqual([2, expect.stringMatching(/ids-made should hold a number/)]);
      expect(readFileSync(join(folder, 'ids-made'), 'utf8')).toBe('many');
    },
    LONG,
  );

  test(
    'damaged progress is told and left alone',
    async () => {
      await terminal([...SCRIPT, '--data', folder], 'open interview rehearsal\n');
      const current = join(folder, 'progress', 'CURRENT');
      writeFileSync(current, 'nonsense');
      const ran = await terminal([...SCRIPT, '--data', folder], 'open interview rehearsal\n');
      expect([ran.code, ran.out]).toEqual([2, '']);
      expect(ran.err).toMatch(/progress kept in .* cannot be read/);
      expect(readFileSync(current, 'utf8')).toBe('nonsense');
    },
    LONG,
  );
});
