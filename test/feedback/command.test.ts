import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { feedback } from '../../tools/feedback';
import { HOLD, SCANS } from './fixtures';

const run = (...args: string[]) => feedback(args, () => [HOLD, SCANS]);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'feedback-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, ...lines: string[]): string {
  const file = join(folder, name);
  writeFileSync(file, lines.join('\n'));
  return file;
}

test('one answer gives one line with exactly the promised fields', () => {
  const lines = run('--question', HOLD.id, '--answer', 'I would stop the pickup and finish the batch');
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    {
      question: HOLD.id,
      points: [
        { id: 'stop', weight: 'must', state: 'said', evidence: ['stop', 'pickup'] },
        { id: 'counsel', weight: 'must', state: 'not-heard', evidence: [] },
        { id: 'scope', weight: 'should', state: 'not-heard', evidence: [] },
        { id: 'record', weight: 'should', state: 'not-heard', evidence: [] },
        { id: 'custody', weight: 'bonus', state: 'not-heard', evidence: [] },
      ],
      redFlags: ['finish'],
      misconceptions: [],
      coverage: 0.3,
      rating: 'hard',
    },
  ]);
});

test('a file gives a line for each of its lines, in order; an answer may come in pieces', () => {
  const file = fileOf(
    'answers.jsonl',
    JSON.stringify({ question: SCANS.id, answer: ['keep them', 'ninety days'] }),
    '',
    JSON.stringify({ question: HOLD.id, answer: 'stop the pickup', persona: 'half' }),
    '',
  );
  const graded = run('--file', file).map((line): { question: string; coverage: number } => JSON.parse(line));
  expect(graded.map(({ question, coverage }) => [question, coverage])).toEqual([
    [SCANS.id, 0.2],
    [HOLD.id, 0.3],
  ]);
});

test('pieces of one answer may be given one by one', () => {
  const [line = ''] = run('--question', HOLD.id, '--answer', 'stop', '--answer', 'the pickup');
  expect(JSON.parse(line)).toMatchObject({ coverage: 0.3 });
});

test('help names every option', () => {
  const help = run('--help').join('\n');
  for (const option of ['--question', '--answer', '--file', '--help']) expect(help).toContain(option);
});

describe('what cannot be graded is refused with what, where and what to do', () => {
  test.each([
    [[], /Nothing to grade.*--help/],
    [['--question', HOLD.id], /Nothing to grade/],
    [['--answer', 'stop'], /Nothing to grade/],
    [['--loud'], /--loud.*--help/],
    [['stop'], /stop.*--help/],
    [['--question', 'rt-nowhere-001', '--answer', 'stop'], /no question "rt-nowhere-001".*bank -- list/],
    [['--file', '/no/such/file.jsonl'], /Cannot read \/no\/such\/file\.jsonl.*Name a file/],
    [['--file', 'x', '--answer', 'y'], /leave out --question and --answer/],
  ])('%j', (args, message) => {
    expect(() => run(...args)).toThrow(message);
  });

  test.each([
    ['{"question": "x"', /bad\.jsonl:2: not JSON/],
    ['[]', /bad\.jsonl:2: needs "question"/],
    ['null', /bad\.jsonl:2: needs "question"/],
    ['7', /bad\.jsonl:2: needs "question"/],
    [`{"question": "${HOLD.id}"}`, /bad\.jsonl:2: needs "question"/],
    [`{"question": "${HOLD.id}", "answer": [1]}`, /bad\.jsonl:2: needs "question"/],
    ['{"question": "rt-nowhere-001", "answer": "stop"}', /bad\.jsonl:2: the bank has no question/],
  ])('line %s', (line, message) => {
    const file = fileOf('bad.jsonl', JSON.stringify({ question: HOLD.id, answer: '' }), line);
    expect(() => run('--file', file)).toThrow(message);
  });
});

describe('the command', () => {
  const command = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', join(__dirname, '../../tools/feedback.ts'), ...args], {
      encoding: 'utf8',
    });

  test('prints to standard output and exits with 0', () => {
    const { status, stdout, stderr } = command('--help');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Grades answers/);
  });

  test('says on standard error what is wrong, and exits with 2', () => {
    const { status, stdout, stderr } = command('--question', 'rt-nowhere-001', '--answer', 'stop');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^feedback: .*rt-nowhere-001/);
  });
});
