import { EXAMPLE, edited, lineOf, problemsIn, TOPIC } from './fixture';

const FACTS = 'records-technician/facts.yaml';
const LINKS = 'records-technician/links.yaml';
const FIELD = 'records-technician/field.yaml';

/** What a slip in the form of a file is told: the file, the passage that it happens at, the words. */
const SLIPS: readonly (readonly [slip: string, file: string, from: string, to: string, at: string, message: string])[] =
  [
    [
      'a missing key',
      TOPIC,
      '    level: experienced ',
      '    # ',
      '- id: rt-legal-holds-004',
      'rt-legal-holds-004, level: is missing; use one of entry, experienced, senior',
    ],
    [
      'a missing text',
      TOPIC,
      '    hint: Think about',
      '    # Think about',
      '- id: rt-legal-holds-004',
      'rt-legal-holds-004, hint: is missing',
    ],
    [
      'an unknown word for a level',
      TOPIC,
      'level: experienced',
      'level: expert',
      'level: expert',
      'rt-legal-holds-004, level: "expert" is not known; use one of entry, experienced, senior',
    ],
    [
      'a misspelt key',
      TOPIC,
      'followUps:',
      'followups:',
      'followups:',
      'rt-legal-holds-004: "followups" is not known here; remove it or correct its spelling',
    ],
    [
      'an empty text',
      TOPIC,
      'say: stopping the destruction at once',
      'say:',
      'say:     ',
      'rt-legal-holds-004, keyPoints stop, say: is empty',
    ],
    [
      'capitals in a slot',
      TOPIC,
      '[stop, halt,',
      '[stop, Halt,',
      '[stop, Halt,',
      'rt-legal-holds-004, keyPoints stop, slots 1 2: "Halt": use lower-case words only: letters a to z, digits, \' and blanks',
    ],
    [
      'one example where two are needed',
      TOPIC,
      'examples: [a hold overrides the schedule, it comes before any retention period]',
      'examples: [a hold overrides the schedule]',
      'examples: [a hold overrides the schedule]',
      'rt-legal-holds-004, keyPoints overrides, examples: needs at least 2 entries',
    ],
    [
      'three follow-ups',
      TOPIC,
      '      - How would you know that the hold is over?',
      '      - How so?\n      - Why so?\n      - Who says so?',
      'followUps:',
      'rt-legal-holds-004, followUps: has more than 2 entries; leave the weakest out',
    ],
    [
      'a text where a list is meant',
      TOPIC,
      'links: [rule-37]',
      'links: rule-37',
      'links: rule-37',
      'rt-legal-holds-004, links: must be a list',
    ],
    [
      'a key twice',
      TOPIC,
      '    kind: situational',
      '    level: entry\n    kind: situational',
      '    level: entry',
      '"level" stands twice in the same entry; keep one',
    ],
    [
      'a tab',
      TOPIC,
      '    kind: situational',
      '\tkind: situational',
      '\tkind',
      'a tab is used as indentation; use blanks',
    ],
    [
      'a colon inside a text',
      TOPIC,
      'setup: The shredding truck is due at nine.',
      'setup: Imagine: the shredding truck is due.',
      'setup: Imagine',
      'a text with a colon and a blank in it is read as an entry of its own; put the text in double quotes or under ">-"',
    ],
    [
      'a bracket that is not closed',
      TOPIC,
      'examples: [a hold only counts once we are sued]',
      'examples: [a hold only counts once we are sued',
      'correction: The duty',
      'the indentation does not fit the lines above, or a bracket above is not closed; line the entry up with its neighbours',
    ],
    [
      'a question number with two digits',
      TOPIC,
      'id: rt-legal-holds-004',
      'id: rt-legal-holds-04',
      'id: rt-legal-holds-04',
      'rt-legal-holds-04, id: "rt-legal-holds-04": use field, topic and three digits, such as rt-legal-holds-004',
    ],
    [
      'a web address without its beginning',
      LINKS,
      'address: https://example.org/rule_37',
      'address: example.org/rule_37',
      'address: example.org',
      'rule-37, address: "example.org/rule_37": write a full web address, http:// or https://',
    ],
    [
      'a web address of another kind',
      LINKS,
      'address: https:',
      'address: ftp:',
      'address: ftp:',
      'rule-37, address: "ftp://example.org/rule_37": write a full web address, http:// or https://',
    ],
    [
      'a blank in a web address',
      LINKS,
      'address: https://example.org/rule_37',
      'address: https://example.org/rule 37',
      'address: https',
      'rule-37, address: "https://example.org/rule 37": an address has no blanks; write %20',
    ],
    [
      'a month in words',
      FACTS,
      'source: https://example.org/hold\n  status: S\n  jurisdiction: general\n  asOf: 2026-11',
      'source: https://example.org/hold\n  status: S\n  jurisdiction: general\n  asOf: May 2026',
      'asOf: May 2026',
      'F2, asOf: "May 2026": use YYYY-MM',
    ],
    [
      'a prefix in capitals',
      FIELD,
      'prefix: rt',
      'prefix: RT',
      'prefix: RT',
      'prefix: "RT": use two to four lower-case letters',
    ],
  ];

describe('a slip in the form of a file', () => {
  it.each(SLIPS)('%s', (_, file, from, to, at, message) => {
    const files = edited(file, from, to);
    expect(problemsIn(files)).toContain(`${file}:${lineOf(files[file] ?? '', at)}: error: ${message}`);
  });

  it('finds a question without a must', () => {
    const none = EXAMPLE.replaceAll('weight: must', 'weight: should');
    expect(problemsIn({ [TOPIC]: none })).toEqual([
      `${TOPIC}:${lineOf(none, 'keyPoints:')}: error: rt-legal-holds-004, keyPoints: needs at least one with the weight must`,
    ]);
  });

  it('does not hide what is wrong with the other questions of the file', () => {
    const [, question = ''] = EXAMPLE.split('questions:\n');
    const second = question.replace('holds-004', 'holds-005').replace('level: experienced', 'level: expert');
    const third = question.replace('holds-004', 'holds-006').replace('What do you do?', 'What do you do then');
    const problems = problemsIn({ [TOPIC]: `${EXAMPLE}${second}${third}` });
    expect(problems.filter((problem) => problem.includes(' error: '))).toEqual([
      expect.stringContaining('rt-legal-holds-005, level: "expert" is not known'),
      expect.stringContaining('the ask has 0 question marks'),
    ]);
  });

  it('does not make what is only named by a broken entry unknown', () => {
    const problems = problemsIn(edited(FACTS, 'status: S', 'status: Z'));
    expect(problems).toEqual([`${FACTS}:11: error: F2, status: "Z" is not known; use one of V, S, M, ?`]);
  });
});

describe('a file as a whole', () => {
  it.each([
    ['a field without its field.yaml', { [FIELD]: undefined }, `${FIELD}:1: error: is missing`],
    ['an empty topic file', { [TOPIC]: '' }, `${TOPIC}:1: error: must be an entry with keys`],
    [
      'a topic without questions',
      { [TOPIC]: 'topic: legal-holds\nname: holds\naliases: []\n' },
      'questions: is missing',
    ],
    ['facts that are no list', { [FACTS]: 'F1: a fact\n' }, `${FACTS}:1: error: the file must be a list`],
    ['a damaged list of what is published', { 'published.json': '{"records' }, 'published.json:1: error: is damaged'],
    ['two documents in one file', { [FACTS]: '[]\n---\n[]\n' }, `${FACTS}:2: error: "---" begins a second document`],
    ['a reference to nothing', { [FACTS]: '- *here\n' }, `${FACTS}:1: error: a text may not begin with *`],
    ['text behind a quote', { [FIELD]: "id: 'x'y\n" }, `${FIELD}:1: error: something stands behind a closing quote`],
    ['an entry that is not in line', { [FIELD]: 'id:\n    x: y\n  z: y\n' }, `${FIELD}:3: error: the indentation`],
  ])('%s', (_, files, message) => {
    expect(problemsIn(files).join('\n')).toContain(message);
  });

  it('is told once that its questions are no list', () => {
    const file = 'topic: legal-holds\nname: holds\naliases: []\nquestions: none\n';
    expect(problemsIn({ [TOPIC]: file })).toEqual([`${TOPIC}:4: error: questions: must be a list`]);
  });

  it('may be left out where a field has nothing to put into it', () => {
    const bare = EXAMPLE.replaceAll(/^ +(facts|terms|links): .*\n/gm, '').replace(
      '    asOf',
      '    links: []\n    asOf',
    );
    expect(
      problemsIn({
        ...edited(FIELD, 'moreQuestions: rule-37\n', ''),
        [TOPIC]: bare.replace(/^link: .*\n/m, ''),
        [FACTS]: undefined,
        [LINKS]: undefined,
        'records-technician/glossary.yaml': undefined,
        'retired.yaml': undefined,
        'lexicon.yaml': undefined,
      }),
    ).toEqual([]);
  });
});
