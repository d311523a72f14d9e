import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grade } from '../../tools/grade';
import type { Report } from '../../tools/grade/report';

const FIXTURES = join(__dirname, '../fixtures/bank');
const QUESTION = 'ar-appraisal-001';
const POINTS = ['evidence', 'unique', 'use'];

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'grade-'));
  cpSync(FIXTURES, join(dir, 'bank'), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

const run = (...args: string[]) => grade(['--set', dir, '--bank', join(dir, 'bank'), ...args]);

const write = (name: string, ...lines: object[]): string => {
  const path = join(dir, name);
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n'));
  return path;
};

const STRONG = {
  question: QUESTION,
  persona: 'strong',
  answer: 'is it evidence of how somebody worked, does nobody else have it, and who would use it',
};
const PARROT = {
  question: QUESTION,
  persona: 'parrot',
  answer: 'what makes a collection worth its place on the shelf',
};

const all = (label: 'said' | 'not', but: Record<string, 'said' | 'not'> = {}) => ({
  ...Object.fromEntries(POINTS.map((id) => [id, label])),
  ...but,
});
const both = (label: 'said' | 'not') => Object.fromEntries(POINTS.map((id) => [id, [label, label]]));

async function report(): Promise<Report> {
  return JSON.parse(await run('--json'));
}

const labelled = () => write('a.jsonl', { ...STRONG, labels: both('said') }, { ...PARROT, labels: both('not') });

describe('a set on its way', () => {
  test('is frozen, read by two who see neither persona nor slots, and scored', async () => {
    write('a.jsonl', STRONG, PARROT);
    expect(await run('--freeze')).toContain('what it listens for in 1 questions');
    const sheet = (await run('--sheet')).split('\n').map((line): object => JSON.parse(line));
    expect(sheet).toHaveLength(2);
    for (const line of sheet) expect(Object.keys(line)).toEqual(['at', 'question', 'answer', 'points']);

    const first = write(
      'first.labels',
      { at: 'a.jsonl:1', labels: all('said') },
      { at: 'a.jsonl:2', labels: all('not') },
    );
    const second = write(
      'second.labels',
      { at: 'a.jsonl:2', labels: all('not') },
      { at: 'a.jsonl:1', labels: all('said', { use: 'not' }) },
    );
    await run('--labels', first, '--labels', second);
    expect(readFileSync(join(dir, 'a.jsonl'), 'utf8')).toContain('"use":["said","not"]');

    const { readers, clean, drift } = await report();
    expect(drift.is).toBe('frozen');
    expect(readers).toMatchObject({ points: 6, disputed: 1 });
    expect(clean.all).toMatchObject({ answers: 2, points: 5, precisionSaid: 1 });
    expect(clean.personas.map(({ name, coverage }) => [name, coverage])).toEqual([
      ['strong', 1],
      ['parrot', 0],
    ]);
    expect(clean.baselines.map(({ name }) => name)).toEqual(['sentence overlap', 'all yes', 'length']);
  });

  test('says for people what JSON says for programs, and that it was never frozen', async () => {
    labelled();
    const table = await run();
    expect(table).toMatch(/Nothing was frozen.*--freeze/);
    expect(table).toMatch(/^strong +1 +3 +1\.00/m);
    expect(table).toMatch(/^baseline: all yes +2 +6/m);
    expect(table).toMatch(/^holds +precision of said at least 0\.90: 1\.00/m);
    expect(table).toMatch(/^not measured +loss of F1/m);
  });

  test('has recognized speech beside clean text, and what is lost where little was misheard', async () => {
    write(
      'a.jsonl',
      { ...STRONG, labels: both('said'), recognized: STRONG.answer.replace('evidence', 'elephants') },
      { ...PARROT, labels: both('not'), recognized: 'butter' },
    );
    const { recognized } = await report();
    expect(recognized?.wordErrorRate).toBeCloseTo((1 + 10) / 27);
    expect(recognized?.clear.wordErrorRate).toBeCloseTo(1 / 17);
    expect(recognized?.clear.clean.f1).toBe(1);
    expect(recognized?.clear.recognized.f1).toBeLessThan(1);
    expect(await run()).toMatch(/^(holds|MISSED) +loss of F1/m);
  });
});

describe('once frozen', () => {
  const reword = () => {
    const path = join(dir, 'bank/archivist/topics/appraisal.yaml');
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('[[evidence, proof,');
    writeFileSync(path, text.replace('[[evidence, proof,', '[[evidence,'));
  };

  test('changed slots turn the set into development data, which cannot be frozen again', async () => {
    labelled();
    await run('--freeze');
    reword();
    expect(await run()).toContain(`the slots of ${QUESTION} changed: this set is development data now`);
    await expect(run('--freeze')).rejects.toThrow(/development data/);
  });

  test('so does another grader', async () => {
    labelled();
    await run('--freeze');
    const path = join(dir, 'frozen.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"grader": ".{16}"/, '"grader": "another"'));
    expect(await run()).toContain('the grader changed: this set is development data now');
  });

  test('an unchanged set says so', async () => {
    labelled();
    await run('--freeze');
    expect(await run('--freeze')).toMatch(/^Frozen since .*unchanged/);
  });
});

describe('what cannot be scored is refused with what, where and what to do', () => {
  const good = { ...STRONG, labels: both('said') };
  test.each([
    ['no answers', [], /holds no answers yet/],
    [
      'another question',
      [{ ...good, question: 'ar-nowhere-001' }],
      /a\.jsonl:1: the bank has no question "ar-nowhere-001"/,
    ],
    ['another persona', [good, { ...good, persona: 'shy' }], /a\.jsonl:2: persona: /],
    ['an empty answer', [{ ...good, answer: ' ' }], /a\.jsonl:1: answer: is empty/],
    [
      'a strange point',
      [{ ...good, labels: { ...both('said'), age: ['said', 'said'] } }],
      /no key point "age"; it has/,
    ],
    ['a missing point', [{ ...good, labels: { use: ['said', 'said'] } }], /leave out the key point "evidence"/],
    ['one reader alone', [{ ...good, labels: { ...both('said'), use: ['said'] } }], /a\.jsonl:1: labels\.use/],
    ['no labels', [STRONG], /a\.jsonl:1 has no labels yet.*--sheet/],
  ])('%s', async (_, lines, message) => {
    write('a.jsonl', ...lines);
    await expect(run()).rejects.toThrow(message);
  });

  test.each([
    [['--loud'], /--loud.*--help/],
    [['--set', '/no/such/folder'], /\/no\/such\/folder cannot be read.*--set/],
    [['--labels', 'one'], /--labels twice/],
    [['--labels', '/no/one', '--labels', '/no/two'], /\/no\/one cannot be read/],
  ])('%j', async (args, message) => {
    labelled();
    await expect(run(...args)).rejects.toThrow(message);
  });

  test('a reader who left an answer out', async () => {
    write('a.jsonl', STRONG, PARROT);
    const one = write('one.labels', { at: 'a.jsonl:1', labels: all('said') }, { at: 'a.jsonl:2', labels: all('not') });
    const two = write('two.labels', { at: 'a.jsonl:1', labels: all('said') });
    await expect(run('--labels', one, '--labels', two)).rejects.toThrow(/two\.labels has no line for a\.jsonl:2/);
    await expect(run('--labels', write('x.labels', { at: 'b.jsonl:9', labels: {} }), '--labels', two)).rejects.toThrow(
      /x\.labels:1: the set has no answer at "b\.jsonl:9"/,
    );
  });
});
