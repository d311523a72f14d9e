import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblems, wantsColour } from '../../tools/bank/report';
import { EXAMPLE, edited, type Fixture, lineOf, makeBank, TOPIC } from './fixture';
import { bankTool as cli } from './tool';

/** Runs work on a bank that is gone afterwards. */
function on<T>(files: Record<string, string | undefined>, work: (bank: Fixture) => T): T {
  const bank = makeBank(files);
  try {
    return work(bank);
  } finally {
    bank.remove();
  }
}

const FOUNDING = 'test/fixtures/founding-page.md';
const WARNED = edited(TOPIC, 'what a hold does to', 'what to suspend, and');
const BROKEN = edited(TOPIC, 'level: experienced', 'level: expert');

describe('what is asked for in the wrong way gets a sentence and exit code 2', () => {
  it.each([
    [[], 'Say what to do.'],
    [['chekc'], 'There is no command "chekc". Did you mean check?'],
    [['check', '--topics'], 'Unknown option \'--topics\'. Did you mean --topic? Try "npm run bank -- check --help".'],
    [['check', 'legal-holds'], "Unexpected argument 'legal-holds'."],
    [['check', '--topic'], "Option '--topic <value>' argument missing."],
    [['import'], 'Say which FILE.md. Try "npm run bank -- import --help".'],
    [['import', 'a.md', 'b.md'], 'There may be one FILE.md only, and "b.md" is another.'],
    [['import', 'no-such.md'], 'There is no file no-such.md.'],
    [['import', FOUNDING, '--bank', 'no-such-bank'], 'The folder no-such-bank cannot be read (ENOENT).'],
    [['import', 'README.md'], 'begin it with "# X Interview Prep", X being the field.'],
    [['import', FOUNDING, '--id', 'No Good'], '"No Good" cannot name a folder'],
    [
      ['import', FOUNDING, '--id', 'rt-new'],
      'is called "records technician", too. Give the new one another name with --name.',
    ],
    [['import', FOUNDING, '--name', '…'], '"" cannot name a folder'],
    [['import', FOUNDING, '--name', 'file clerk', '--prefix', 'toolong'], '"toolong" cannot begin question ids'],
    [['import', FOUNDING, '--name', 'file clerk', '--prefix', 'rt'], 'Another field\'s question ids begin with "rt".'],
    [['import', FOUNDING], 'bank/records-technician is there already, and nothing is written over it.'],
    [['try'], 'Say which ID.'],
    [
      ['try', 'rt-legal-hold-001'],
      'There is no question "rt-legal-hold-001" in bank. Close to it: rt-legal-holds-001,',
    ],
    [['say', 'nonsense'], 'There is no question "nonsense" in bank.'],
    [['new'], 'Say which topic the question is about: --topic ID.'],
    [['new', '--topic', 'holds'], 'No field has a topic "holds". Topics: '],
    [['new', '--field', 'dentist', '--topic', 'teeth'], 'There is no field "dentist": there are '],
    [['new', '--field', 'records-technician'], 'Say which topic the question is about: --topic ID. Topics: '],
    [['new', '--topic', 'legal-holds', '--kind', 'hard'], 'There is no kind "hard": use one of knowledge,'],
    [['new', '--topic', 'legal-holds', '--level', '3'], 'There is no level "3": use one of entry,'],
    [['list', '--bank', 'no/such/folder'], 'The folder no/such/folder cannot be read (ENOENT).'],
    [['stats', '--bank', 'package.json'], 'The folder package.json cannot be read (ENOTDIR).'],
    [['check', '--topic', 'legal-holts'], '".yaml". Did you mean legal-holds?'],
    [['suggest'], 'Say which ID. Try "npm run bank -- suggest --help".'],
    [['hear-as', 'rt-legal-holds-001', '--voice', 'aunt'], 'There is no voice "aunt": use espeak-ng or flite.'],
    [['hear-as', 'xyz'], 'There is no question "xyz" in bank. "npm run bank -- list" shows them all.'],
  ])('%j', (args, sentence) => {
    const { code, out, err } = cli(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
  });

  it('a folder where a file should be', () => {
    on({ 'records-technician/links.yaml': undefined, 'records-technician/links.yaml/x': '' }, ({ root }) => {
      const { code, err } = cli('check', '--bank', root);
      expect({ code, err }).toEqual({
        code: 2,
        err: `${root}/records-technician/links.yaml cannot be read (EISDIR). Is it a file, and may you read it?`,
      });
    });
  });
});

const COMMANDS = ['check', 'hear-as', 'import', 'list', 'new', 'publish', 'say', 'stats', 'suggest', 'try'];

it.each(COMMANDS)('%s has its own --help, with examples that its options allow', (command) => {
  const { code, out } = cli(command, '--help');
  expect(code).toBe(0);
  expect(out).toContain(`npm run bank -- ${command}`);
  const examples = out.split('For example:\n\n')[1]?.split('\n') ?? [];
  expect(examples.length).toBeGreaterThan(0);
  for (const example of examples) {
    const [, ...words] = example
      .replace(/"[^"]*"/, 'TEXT')
      .trim()
      .split(/ -- | /)
      .slice(3);
    expect(cli(command, ...words, '--help')).toEqual({ code: 0, out, err: '' });
  }
  expect(cli('--help').out).toContain(`  ${command} `);
});

describe('check', () => {
  it('has nothing to say of a good bank', () => {
    on({}, ({ root }) =>
      expect(cli('check', '--bank', root)).toEqual({ code: 0, out: '0 errors, 0 warnings', err: '' }),
    );
  });

  it('lets warnings pass', () => {
    on(WARNED, ({ root, shown }) => {
      const { code, out } = cli('check', '--bank', root);
      expect(code).toBe(0);
      expect(out).toMatch(`${shown(TOPIC)}:16: warning: the hint says`);
      expect(out).toMatch(/\n\n0 errors, 1 warning$/);
    });
  });

  it('fails on errors', () => {
    on(BROKEN, ({ root }) => expect(cli('check', '--bank', root)).toMatchObject({ code: 1, err: '' }));
  });

  it('shows one topic, and says that there is more', () => {
    const other = 'topic: basics\nname: basics\naliases: [holds]\nquestions: []\n';
    on({ ...BROKEN, 'records-technician/topics/basics.yaml': other }, ({ root }) => {
      expect(cli('check', '--bank', root, '--topic', 'basics')).toEqual({
        code: 0,
        out: '0 errors, 0 warnings (2 more in other files, not shown)',
        err: '',
      });
    });
  });

  it('keeps the problems of a file together, with an empty line between files, and colours when told to', () => {
    const problems = [
      { file: 'b.yaml', line: 1, severity: 'warning', message: 'one' },
      { file: 'a.yaml', line: 12, severity: 'error', message: 'two' },
      { file: 'a.yaml', line: 2, severity: 'error', message: 'three' },
    ] as const;
    expect(formatProblems(problems, false)).toBe(
      'a.yaml:2: error: three\na.yaml:12: error: two\n\nb.yaml:1: warning: one',
    );
    expect(formatProblems(problems, true)).toContain('\u001b[31merror:\u001b[0m three');
  });

  it.each([
    [{ isTTY: true }, {}, true],
    [{ isTTY: true }, { NO_COLOR: '1' }, false],
    [{}, {}, false],
  ])('on %j with %j: colour %s', (stream, env, colour) => {
    expect(wantsColour(stream, env)).toBe(colour);
  });

  it('takes no other encoding than UTF-8, and says where it met one', () => {
    on({}, ({ root }) => {
      const text = EXAMPLE.replace(/[^\0-~]/g, '-').replace('Think about', 'Think about the résumé and');
      writeFileSync(join(root, TOPIC), Buffer.from(text, 'latin1'));
      expect(cli('check', '--bank', root)).toEqual({
        code: 2,
        out: '',
        err: `${join(root, TOPIC)}:${lineOf(text, 'résumé')} is not UTF-8. Save the file in that encoding.`,
      });
    });
  });

  it.each(['records-technician/topics/scanning.yml', 'records-technician/facts.YAML'])(
    'tells of %s, which it would not read',
    (file) => {
      on({ [file]: '' }, ({ root, shown }) => {
        expect(cli('check', '--bank', root).out).toContain(
          `${shown(file)}:1: error: is not read: rename it, so that it ends in .yaml`,
        );
      });
    },
  );

  it('runs from the command line, without colour where there is no terminal', () => {
    on(BROKEN, ({ root, shown }) => {
      const done = spawnSync('node', ['--import', 'tsx', 'tools/bank/main.ts', 'check', '--bank', root], {
        encoding: 'utf8',
      });
      expect(done.status).toBe(1);
      expect(done.stdout.split('\n')[0]).toBe(
        `${shown(TOPIC)}:8: error: rt-legal-holds-004, level: "expert" is not known; use one of entry, experienced, senior`,
      );
    });
  });
});

describe('list', () => {
  it('--json tells everything about a question that others rely on', () => {
    on({}, ({ root }) => {
      const rows: unknown = JSON.parse(cli('list', '--json', '--bank', root).out);
      expect(rows).toEqual([
        {
          id: 'rt-legal-holds-004',
          field: 'records-technician',
          topic: 'legal-holds',
          level: 'experienced',
          kind: 'situational',
          settings: [],
          jurisdiction: 'general',
          ask: 'A legal hold arrives that very morning. What do you do?',
          setup: 'The shredding truck is due at nine.',
          keyPoints: [
            { id: 'stop', say: 'stopping the destruction at once', weight: 'must' },
            { id: 'overrides', say: 'that a hold comes before the schedule', weight: 'must' },
            { id: 'tell', say: 'telling your supervisor and the legal contact', weight: 'should' },
            { id: 'no-judging', say: 'leaving it to counsel what is relevant', weight: 'bonus' },
          ],
          sampleShort: expect.stringMatching(/^I stop the destruction at once, .* hold in writing\.$/),
          sampleLong: expect.stringMatching(/^I'd stop first .* destroying anything\.$/),
          followUps: ['How would you know that the hold is over?'],
          links: ['https://example.org/rule_37'],
          facts: [
            { id: 'F1', status: 'V', source: 'https://example.org/duty' },
            { id: 'F2', status: 'S', source: 'https://example.org/hold' },
          ],
        },
      ]);
    });
  });

  it('prints one line a question', () => {
    on({}, ({ root }) =>
      expect(cli('list', '--bank', root).out).toMatch(
        /^rt-legal-holds-004 +experienced situational A legal hold arrives/,
      ),
    );
  });

  it('leaves out what is broken, and says so', () => {
    on(BROKEN, ({ root }) => {
      const { code, out, err } = cli('list', '--json', '--bank', root);
      expect({ code, out }).toEqual({ code: 1, out: '[]' });
      expect(err).toContain('1 error, 0 warnings: what is broken is not in the list.');
    });
  });
});

describe('stats', () => {
  const draft = `  - { id: rt-legal-holds-005, status: draft, level: entry, kind: knowledge, jurisdiction: general, asOf: 2026-11, ask: What is a hold?,
      keyPoints: [{ id: freeze, weight: must, say: that it freezes, slots: [[freeze]] }] }
`;

  it('counts by topic, level and kind, and how much is missing', () => {
    on({ [TOPIC]: EXAMPLE + draft }, ({ root }) =>
      expect(cli('stats', '--bank', root).out.split('\n')).toEqual([
        'records technician (records-technician)',
        '             entry            experienced      senior',
        'topic         kn  si  be  mo   kn  si  be  mo   kn  si  be  mo  points  lacking  drafts  total',
        'legal-holds    1   .   .   .    .   1   .   .    .   .   .   .       5        1       1      2',
        'total          1   .   .   .    .   1   .   .    .   .   .   .       5        1       1      2',
        '1 entry, 1 experienced, 0 senior; 1 knowledge, 1 situational, 0 behavioural, 0 motivational',
      ]),
    );
  });

  it('--json gives the same to programs', () => {
    const none = { knowledge: 0, situational: 0, behavioural: 0, motivational: 0 };
    on({}, ({ root }) =>
      expect(JSON.parse(cli('stats', '--json', '--bank', root).out)).toEqual([
        {
          field: 'records-technician',
          topic: 'legal-holds',
          questions: { entry: none, experienced: { ...none, situational: 1 }, senior: none },
          total: 1,
          points: 4,
          lacking: 0,
          drafts: 0,
        },
      ]),
    );
  });
});
