import { spawnSync } from 'node:child_process';
import { EXAMPLE, makeBank, problemsIn, TOPIC } from './fixture';

/** The real command, as an author runs it. */
function bank(args: readonly string[], more: { input?: string; path?: string } = {}) {
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'tools/bank/main.ts', ...args], {
    encoding: 'utf8',
    input: more.input ?? '',
    env: { ...process.env, ...(more.path !== undefined && { PATH: more.path }) },
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

const textOf = (key: string): string => (new RegExp(`${key}: >-.*\\n((?: {6}.*\\n)+)`).exec(EXAMPLE)?.[1] ?? '').trim();

/** What an author puts in the place of everything in pointed brackets. */
const FILLED = [
  'A legal hold arrives before the shredding truck. What do you do?',
  'They want to hear that you stop first and ask questions second.',
  'Think about what a hold does to the usual rules, and who has to know.',
  ...['stop', 'stopping the destruction at once', 'stop', 'cancel', 'destruction', 'pickup'],
  ...['i would stop the destruction right away', 'first i cancel the pickup with the company'],
  ...['overrides', 'that a hold comes before the schedule', 'overrides', 'comes before'],
  ...['a hold overrides the schedule', 'it comes before any retention period'],
  ...['tell', 'telling the legal contact', 'legal contact', 'counsel'],
  ...['i call the legal contact', 'i would notify counsel in writing'],
  textOf('sampleShort'),
  textOf('sampleLong'),
  'How would you know that the hold is over?',
];

const fixture = makeBank();
afterAll(() => fixture.remove());
const on = ['--bank', fixture.root];
const ID = 'rt-legal-holds-004';

describe('new', () => {
  const { code, out, err } = bank([
    'new',
    '--topic',
    'legal-holds',
    '--kind',
    'situational',
    '--level',
    'experienced',
    ...on,
  ]);

  it('gives the next free id and says where the question belongs', () => {
    expect(code).toBe(0);
    expect(out).toMatch(/^ {2}- id: rt-legal-holds-005\n {4}level: experienced\n {4}kind: situational\n/);
    expect(err).toBe(`rt-legal-holds-005 belongs at the end of ${fixture.root}/${TOPIC}.\n`);
  });

  it('never gives the number of a question that was retired', () => {
    const retired = makeBank({ 'retired.yaml': '- { id: rt-legal-holds-008, reason: it was dull }\n' });
    expect(bank(['new', '--topic', 'legal-holds', '--bank', retired.root]).out).toContain('- id: rt-legal-holds-009\n');
    retired.remove();
  });

  it('may be appended as it is: the check then names what is left to fill in', () => {
    const problems = problemsIn({ [TOPIC]: `${EXAMPLE}${out}` });
    expect(problems.length).toBeGreaterThan(10);
    expect(problems.every((problem) => /: error: .*<[^<>]+>/.test(problem))).toBe(true);
  });

  it('passes the check once filled in', () => {
    const head = EXAMPLE.slice(0, EXAMPLE.indexOf('  - id:'));
    const values = [...FILLED];
    const filled = out.replace(/^(?! *#).*$/gm, (line) => line.replace(/<[^<>]+>/g, () => values.shift() ?? 'too few'));
    expect(values).toEqual([]);
    expect(problemsIn({ [TOPIC]: head + filled })).toEqual([]);
  });
});

describe('try', () => {
  it('shows every slot, what filled it, and why a point does not count', () => {
    const { code, out } = bank([
      'try',
      ID,
      ...on,
      '--answer',
      'I would stop the destruction and email people, I judge what is relevant',
    ]);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual(
      expect.arrayContaining([
        'The shredding truck is due at nine. A legal hold arrives that very morning. What do you do?',
        'said        must   stop: every slot is filled',
        '    slot 1: "stop"',
        '    slot 2: "destruction"',
        'not-heard   must   overrides: nothing fills slot 1',
        '    slot 1: nothing (listens for overrides, override, trumps, outranks, comes before)',
        'not-heard   bonus  no-judging: the words are there, but no "not" close by',
      ]),
    );
    expect(out).toMatch(/\d+ % covered, rated \w+/);
  });

  it('says why one expression alone raises no doubt', () => {
    const { out } = bank(['try', ID, ...on, '--answer', 'i would stop']);
    expect(out).toContain(
      'not-heard   must   stop: nothing fills slot 2, and one expression alone raises no doubt where no other point was made',
    );
  });

  it('names the trap that an answer walks into', () => {
    const { out } = bank(['try', ID, ...on, '--answer', 'i would finish the batch because the retention is up']);
    expect(out).toContain('set off     trap   finish-batch: every slot is filled');
  });

  it('takes one answer a line until the input ends', () => {
    const { code, out } = bank(['try', ID, ...on], { input: 'i would stop the destruction\n\nnothing' });
    expect(code).toBe(0);
    expect(out.match(/% covered/g)).toHaveLength(2);
  });

  it('does not grade a draft', () => {
    const draft = makeBank({ [TOPIC]: EXAMPLE.replace(`- id: ${ID}`, `- id: ${ID}\n    status: draft`) });
    const { code, err } = bank(['try', ID, '--bank', draft.root]);
    expect(code).toBe(2);
    expect(err).toContain(`${ID} is a draft: nothing is listened for yet.`);
    draft.remove();
  });
});

describe('say', () => {
  it('shows the seconds of everything that is read out, and names the package that a voice needs', () => {
    const { code, out, err } = bank(['say', ID, ...on], { path: '/nowhere' });
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe(
      'question       7 s  The shredding truck is due at nine. A legal hold arrives that very morning. What do you do?',
    );
    expect(out).toMatch(/^sampleLong +\d\d s {2}I'd stop first/m);
    expect(err).toBe('No voice was found: install the Debian package espeak-ng (on a Mac, say is there).\n');
  });

  it('--quiet looks for no voice', () => {
    expect(bank(['say', ID, '--quiet', ...on], { path: '/nowhere' })).toMatchObject({ code: 0, err: '' });
  });
});
