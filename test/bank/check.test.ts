import { EXAMPLE, edited, lineOf, problemsIn, TOPIC } from './fixture';

const FACTS = 'records-technician/facts.yaml';
const FIELD = 'records-technician/field.yaml';
const GLOSSARY = 'records-technician/glossary.yaml';
const LINKS = 'records-technician/links.yaml';

it('finds nothing wrong with the example that the README teaches by', () => {
  expect(problemsIn({})).toEqual([]);
});

interface Case {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Passage of the changed file on whose line the one problem is told. */
  readonly at: string;
  readonly problem: string;
}

const inTopic = (from: string, to: string, at: string, problem: string): Case => ({
  file: TOPIC,
  from,
  to,
  at,
  problem,
});
const filler = (n: number): string => Array.from({ length: n }, () => 'word').join(' ');

const SHORT = /sampleShort: >-[\s\S]*?hold in writing\.\n/.exec(EXAMPLE)?.[0] ?? '';
const COVERED = 'I stop the destruction at once and a hold overrides the schedule';
const short = (words: number): string => `sampleShort: ${COVERED} ${filler(words - 12)}.\n`;

const ASKING: Record<string, Case> = {
  'two questions in one': inTopic(
    'morning. What do you do?',
    'morning. What now? And why?',
    '    ask:',
    'error: the ask has 2 question marks; ask one thing, with one question mark',
  ),
  'words behind the question mark': inTopic(
    'What do you do?',
    'What do you do? Take your time.',
    '    ask:',
    'error: the ask goes on after its question mark; end with the question, so that one knows to talk',
  ),
  'a question of three words': inTopic(
    'A legal hold arrives that very morning. What do you do?',
    'What happens next?',
    '    ask:',
    'error: the ask has 3 words; 4 to 22 can be understood by ear',
  ),
  'a question of 23 words': inTopic(
    'arrives that very morning.',
    `arrives that very morning ${filler(12)}.`,
    '    ask:',
    'warning: the ask has 23 words; 22 or fewer are easier to keep in mind',
  ),
  'a question of 29 words': inTopic(
    'arrives that very morning.',
    `arrives that very morning ${filler(18)}.`,
    '    ask:',
    'error: the ask has 29 words; cut it to 22 or fewer, or move some to setup',
  ),
  'a question for yes or no': inTopic(
    'What do you do?',
    'Would you act?',
    '    ask:',
    'error: "Would …" can be answered by yes or no; begin with what, how, why, which or who',
  ),
  'a question for yes or no behind a clause': inTopic(
    'A legal hold arrives that very morning. What do you do?',
    'If a legal hold arrives that morning, do you act?',
    '    ask:',
    'error: "do …" can be answered by yes or no; begin with what, how, why, which or who',
  ),
  'a setup of 36 words': inTopic(
    'setup: The shredding truck is due at nine.',
    `setup: The ${filler(35)}.`,
    '    setup:',
    'error: the setup has 36 words; cut it to 35 or fewer',
  ),
};

const SAMPLES: Record<string, Case> = {
  'a short sample of 50 words': inTopic(
    SHORT,
    short(50),
    'sampleShort',
    'warning: sampleShort has 50 words, 20 seconds; say more: 60 to 85 words are meant',
  ),
  'a short sample of 40 words': inTopic(
    SHORT,
    short(40),
    'sampleShort',
    'error: sampleShort has 40 words, 16 seconds; say more: 60 to 85 words are meant',
  ),
  'a short sample of 100 words': inTopic(
    SHORT,
    short(100),
    'sampleShort',
    'warning: sampleShort has 100 words, 40 seconds; cut it: 60 to 85 words are meant',
  ),
  'a short sample of 110 words': inTopic(
    SHORT,
    short(110),
    'sampleShort',
    'error: sampleShort has 110 words, 44 seconds; cut it: 60 to 85 words are meant',
  ),
  'a sample about somebody else': inTopic(
    SHORT,
    short(62).replace(': I stop', ': They stop'),
    'sampleShort',
    'error: sampleShort is not told in the first person; say what I do, or what my view is',
  ),
  'a sample that leaves a must out': inTopic(
    'because a hold overrides the schedule. I pull',
    'because a hold is a hold, you know. I pull',
    'sampleShort',
    'error: sampleShort is not heard to say the must overrides; nothing in it fills slot 1 (overrides, override, trumps, outranks …)',
  ),
  'a sample that sets off a red flag': inTopic(
    'I log what I did and when.',
    'I shred anyway one last batch.',
    'sampleShort',
    'error: sampleShort sets off finish-batch; make the slots of finish-batch stricter, or give it a polarity',
  ),
};

const SPOKEN: Record<string, Case> = {
  brackets: inTopic(
    'say: stopping the destruction at once',
    'say: stopping it (at once)',
    'say: stopping',
    'error: "stopping it (at once)": brackets cannot be heard; make it a sentence of its own',
  ),
  'a point named by a "not"': inTopic(
    'say: stopping the destruction at once',
    'say: not destroying anything',
    'say: not destroying',
    `warning: "I didn't hear not destroying anything" is hard to follow; name the point by what to do instead`,
  ),
  'a slash': inTopic(
    'the hold is over?',
    'the hold and/or stop is over?',
    'and/or',
    'error: "the hold and/or stop is over?": a slash cannot be heard; write "or" or "and"',
  ),
  'a dash': inTopic(
    'why: They want to hear that',
    'why: They want — as always — to hear that',
    'why:',
    'error: "They want — as always —": a dash cannot be heard; use a comma or a new sentence',
  ),
  'a shortening': inTopic(
    'expected, not when papers',
    'expected, e.g. not when papers',
    'e.g.',
    'error: "reasonably expected, e.g. not when": write the word out instead of shortening it',
  ),
  'an abbreviation that nobody can say': inTopic(
    'not when papers are served.',
    'not when an RFQ is served.',
    'RFQ',
    'error: nobody told the voice how to say RFQ; write it in words, or add it to lexicon.yaml',
  ),
  'an address': {
    file: GLOSSARY,
    from: 'may need.',
    to: 'may need, see www.example.org.',
    at: 'meaning',
    problem: 'error: "may need, see www.example.org.": an address is never read out; say what the page is called',
  },
};

const PHRASES: Record<string, Case> = {
  'a slot of little words': inTopic(
    '[stop, halt,',
    '[stop, it is, halt,',
    'it is, halt',
    'error: key point stop: "it is" is little words only, which are not compared; choose words that carry the point',
  ),
  'a misrecognition of little words': inTopic(
    'destruction: [this traction]',
    'destruction: [this]',
    'destruction: [this]',
    'error: key point stop: "this" is little words only, which are not compared; choose words that carry the point',
  ),
  'a misrecognition of nothing': inTopic(
    'destruction: [this traction]',
    'shredder: [red her]',
    'shredder',
    'error: key point stop: heardAs "shredder" stands in no slot; write it as it stands in the slot',
  ),
  'a word of the question': inTopic(
    'disposal, pickup, vendor]',
    'disposal, pickup, vendor, the trucks]',
    'the trucks',
    'error: key point stop: "the trucks" (compared as "truck") stands in the question, so repeating the question would earn it; take another word',
  ),
  'a trap made of the question': inTopic(
    '[[finish, go ahead, shred anyway, carry on], [batch, load, anyway, because]]',
    '[[finish, go ahead, legal hold], [batch, morning]]',
    'legal hold],',
    "error: red flag finish-batch: the question's own words fill every slot; add a slot that only the mistake fills",
  ),
  'a hint that gives a point away': inTopic(
    'hint: Think about what a hold does to the usual rules',
    'hint: Think about whether to suspend the usual rules',
    'hint:',
    'warning: the hint says "suspend" of stop, which a must listens for; hint in other words',
  ),
  'an example that misses a slot': inTopic(
    '- first i cancel the pickup with the company',
    '- first i cancel it with the company',
    'first i cancel it',
    'error: key point stop: "first i cancel it with the company" is not heard as this point; nothing in it fills slot 2 (destruction, destroying, disposal, pickup …)',
  ),
  'an example that denies its point': inTopic(
    '- first i cancel the pickup with the company',
    '- i would not cancel the pickup',
    'i would not cancel',
    'error: key point stop: "i would not cancel the pickup" is not heard as this point; its slots are filled, but a "not" stands close by, the words overlap, or they are too far apart',
  ),
  'an example without its not': inTopic(
    "[i don't decide what is relevant,",
    '[i decide what is relevant,',
    'i decide what is relevant',
    'error: key point no-judging: "i decide what is relevant" is not heard as this point; its slots are filled, but without a "not" close by, or too far apart',
  ),
  'an example of two musts': inTopic(
    'examples: [a hold overrides the schedule,',
    'examples: [stop the pickup since the hold overrides the schedule,',
    'stop the pickup since',
    'error: key point overrides: "stop the pickup since the hold overrides the schedule" is heard as stop, another must, too; make the slots or the example stricter',
  ),
  'an example that quotes the reason': inTopic(
    'why: They want to hear that you stop first',
    'why: It comes before any retention period, and you stop first',
    'it comes before any retention period]',
    'error: key point overrides: "it comes before any retention period" is not heard as this point; it repeats four or more words of the hint or the reason, which earns nothing; put one of them differently',
  ),
  'an example that sets off a trap': inTopic(
    '[i tell my supervisor right away,',
    '[i tell my supervisor once we are sued,',
    'supervisor once we are sued',
    'error: key point tell: "i tell my supervisor once we are sued" sets off only-when-sued; make the slots of only-when-sued stricter, or give it a polarity',
  ),
  'an example that does not set off its trap': inTopic(
    '[a hold only counts once we are sued]',
    '[a hold only counts later]',
    'a hold only counts later',
    'error: misconception only-when-sued: "a hold only counts later" does not set it off; nothing in it fills slot 2 (sued, served, lawsuit is filed …)',
  ),
  'an example of a trap that says a must': inTopic(
    '[a hold only counts once we are sued]',
    '[once we are sued it overrides the schedule]',
    'once we are sued it overrides',
    'warning: misconception only-when-sued: "once we are sued it overrides the schedule" is heard as the must overrides; is one of its slots too wide?',
  ),
};

const FACTS_AND_IDS: Record<string, Case> = {
  'a fact without a source': {
    file: FACTS,
    from: '  source: https://example.org/duty\n',
    to: '',
    at: 'status: V',
    problem: "error: F1 has status V and no source; add the page's address, or use M",
  },
  'a fact past its review': {
    file: FACTS,
    from: 'asOf: 2026-11\n  reviewBy: 2027-11\n- id: F2',
    to: 'asOf: 2025-11\n  reviewBy: 2026-10\n- id: F2',
    at: 'reviewBy: 2026-10',
    problem: 'warning: F1 was due for review in 2026-10; check its source and set new dates',
  },
  'a fact reviewed before it was written': {
    file: FACTS,
    from: 'asOf: 2026-11\n  reviewBy: 2027-11\n- id: F2',
    to: 'asOf: 2026-11\n  reviewBy: 2025-10\n- id: F2',
    at: 'reviewBy: 2025-10',
    problem: 'error: F1 is to be reviewed before it was written (2026-11); correct one month',
  },
  'an unknown fact behind a point': inTopic(
    'facts: [F2]  ',
    'facts: [F9]  ',
    'facts: [F9]',
    'error: F9 is not in facts.yaml; add it there or correct it',
  ),
  'an unknown fact behind the question': inTopic(
    'facts: [F1, F2] ',
    'facts: [F1, F9] ',
    'facts: [F1, F9]',
    'error: F9 is not in facts.yaml; add it there or correct it',
  ),
  'an unknown link': inTopic(
    'links: [rule-37]',
    'links: [rule-38]',
    'links: [rule-38]',
    'error: rule-38 is not in links.yaml; add it there or correct it',
  ),
  'an unknown link of the topic': inTopic(
    'link: rule-37 ',
    'link: rule-38 ',
    'link: rule-38',
    'error: rule-38 is not in links.yaml; add it there or correct it',
  ),
  'an unknown link of the field': {
    file: FIELD,
    from: 'moreQuestions: rule-37',
    to: 'moreQuestions: more',
    at: 'moreQuestions',
    problem: 'error: more is not in links.yaml; add it there or correct it',
  },
  'an unknown term': inTopic(
    'terms: [legal-hold]',
    'terms: [legal-holt]',
    'legal-holt',
    'error: legal-holt is not in glossary.yaml; add it there or correct it',
  ),
  'a question of another topic': inTopic(
    '- id: rt-legal-holds-004',
    '- id: rt-basics-004',
    'rt-basics-004',
    'error: rt-basics-004 does not fit this file; its form is rt-legal-holds-001',
  ),
  'a topic that is not its file': inTopic(
    'topic: legal-holds ',
    'topic: holds ',
    'topic: holds',
    "error: the topic holds is not the file's name; write legal-holds",
  ),
  'a field that is not its folder': {
    file: FIELD,
    from: 'id: records-technician',
    to: 'id: records-tech',
    at: 'id: records-tech',
    problem: "error: the id records-tech is not the folder's name; write records-technician",
  },
  'two claims of one id': inTopic(
    'id: finish-batch',
    'id: tell',
    'redFlags:                 # optional: answers that cap the rating. Same form, with a correction to say\n      - id: tell',
    'error: rt-legal-holds-004: the id tell stands twice in this question; rename one',
  ),
  'a replacement that nobody made room for': inTopic(
    '    level: experienced',
    '    replaces: rt-legal-holds-001\n    level: experienced',
    'replaces:',
    'error: put rt-legal-holds-001 into retired.yaml with "replacedBy: rt-legal-holds-004", or remove this',
  ),
};

describe.each([
  ['how it is asked', ASKING],
  ['sample answers', SAMPLES],
  ['what is read out', SPOKEN],
  ['what is listened for', PHRASES],
  ['facts and ids', FACTS_AND_IDS],
])('%s', (_, cases) => {
  it.each(Object.entries(cases))('%s', (_name, { file, from, to, at, problem }) => {
    const files = edited(file, from, to);
    const line = lineOf(files[file] ?? '', at) + at.split('\n').length - 1;
    expect(problemsIn(files)).toEqual([`${file}:${line}: ${problem}`]);
  });
});

describe('what is only remembered', () => {
  it.each(['M', '?'])('earns and costs nothing (status %s)', (status) => {
    expect(problemsIn(edited(FACTS, 'status: V', `status: "${status}"`))).toEqual([
      expect.stringMatching(
        `error: misconception only-when-sued rests on F1, which has status .*; find a source for it, or do not judge answers by it`,
      ),
      expect.stringMatching('warning: the question names F1, which has status .*; find a source for it'),
    ]);
  });
});

describe('things that stand twice', () => {
  const [, question = ''] = EXAMPLE.split('questions:\n');
  const twice = `${EXAMPLE}${question}`;
  const first = lineOf(EXAMPLE, '- id: rt-legal-holds-004');
  const again = EXAMPLE.split('\n').length;

  it('names both places of a question id, and calls the questions alike', () => {
    expect(problemsIn({ [TOPIC]: twice })).toEqual([
      `${TOPIC}:${again}: error: rt-legal-holds-004 is taken at ${TOPIC}:${first}; give this question the next free number`,
      expect.stringContaining('warning: rt-legal-holds-004 asks nearly the same as rt-legal-holds-004'),
    ]);
  });

  it('leaves alone what sounds different enough', () => {
    const other = question
      .replace('holds-004', 'holds-005')
      .replace(/setup: .*\n/, 'ask: Which people should hear about a new preservation order?\n')
      .replace(/ {4}ask: A legal.*\n/, '');
    expect(problemsIn({ [TOPIC]: `${EXAMPLE}${other}` })).toEqual([]);
  });

  it.each([
    ['fact', FACTS, 'id: F2', 'id: F1'],
    [
      'link',
      LINKS,
      '  offers: the rule itself\n',
      '  offers: it\n- id: rule-37\n  address: https://a.org\n  short: a.org\n  name: a\n  offers: b\n',
    ],
  ])('finds the same id of a %s', (_, file, from, to) => {
    expect(problemsIn(edited(file, from, to)).join('\n')).toMatch(/is taken at .*:1; give this entry an id of its own/);
  });

  it('lets a name lead to one topic only, however it is written', () => {
    const other = 'topic: basics\nname: the basics\naliases: [basics, the holds]\nquestions: []\n';
    expect(problemsIn({ 'records-technician/topics/basics.yaml': other })).toEqual([
      expect.stringMatching(
        'legal-holds.yaml:3: error: "holds" already stands for something else .*basics.yaml:3.; what people say can lead to one thing only',
      ),
    ]);
  });

  it('lets a name lead to one field only, and a prefix belong to one', () => {
    const other = `id: archivist\nprefix: rt\nname: archivist\nplural: archivists\naliases: [records clerk]\narea: archives\n`;
    expect(problemsIn({ 'archivist/field.yaml': other })).toEqual([
      `${FIELD}:2: error: the prefix rt is taken at archivist/field.yaml:2; choose another`,
      `${FIELD}:5: error: "records clerk" already stands for something else (archivist/field.yaml:5); what people say can lead to one thing only`,
    ]);
  });
});

it('warns of a phrase that serves three points', () => {
  const everywhere = EXAMPLE.replace('[stop, halt,', '[stop, counsel, halt,')
    .replace('[[overrides,', '[[counsel, overrides,')
    .replace('[[judge,', '[[counsel, judge,');
  expect(problemsIn({ [TOPIC]: everywhere })).toContain(
    `${TOPIC}:${lineOf(everywhere, '[stop, counsel')}: warning: "counsel" serves 4 points (stop, overrides, tell, no-judging); it tells none apart`,
  );
});
