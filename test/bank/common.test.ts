import { openBank } from '../../lambda/adapters/pack';
import { compileBank, questionsIn } from '../../tools/bank/compile';
import { writePack } from '../../tools/bank/pack';
import { EXAMPLE, type Fixture, makeBank, problemsIn } from './fixture';
import { readWhole } from './read-whole';
import { bankTool } from './tool';

const [, QUESTION = ''] = EXAMPLE.split('questions:\n');

/** A question of a topic with words of its own, so that it is like no other. */
const question = (id: string, ask: string): string =>
  QUESTION.replace('rt-legal-holds-004', id)
    .replace(/ {4}setup: .*\n/, '')
    .replace(/ {4}ask: .*\n/, `    ask: ${ask}\n`)
    .replace('links: [rule-37] ', 'links: [star] ')
    .replace('terms: [legal-hold] ', 'terms: [story] ')
    .replace(/^ {4}facts: .*\n/m, '')
    .replace(/^ {8}facts: .*\n/gm, '');

const topic = (id: string, name: string, ...questions: string[]): string =>
  `topic: ${id}\nname: ${name}\naliases: []\nquestions:\n${questions.join('')}`;

const MOTIVES = 'common/topics/motives.yaml';
const TEAM = 'common/topics/team.yaml';
const COMMON: Readonly<Record<string, string>> = {
  [MOTIVES]: topic(
    'motives',
    'your motives',
    question('cc-motives-001', 'Why does this kind of job attract you?'),
    question('cc-motives-002', 'Where would you like to be in five years?'),
  ),
  [TEAM]: topic(
    'team',
    'working together',
    question('cc-team-001', 'Who helped you most, and how did you thank them?'),
  ),
  'common/links.yaml':
    '- { id: star, address: "https://example.org/star", short: example.org, name: a page on telling stories, offers: it }\n',
  'common/glossary.yaml': '- { id: story, term: story, aliases: [], meaning: Something that happened. }\n',
};

const archivist = (more = ''): string => `id: archivist
prefix: ar
name: archivist
plural: archivists
aliases: []
area: archives
${more}`;
const BASICS = 'archivist/topics/basics.yaml';
const FIELD = 'archivist/field.yaml';
const BANK: Readonly<Record<string, string>> = {
  ...COMMON,
  [FIELD]: archivist(),
  [BASICS]: topic('basics', 'archives', question('ar-basics-001', 'How does an archive differ from a library?')),
};

const out = (bank: Fixture, ...args: string[]): string => {
  const printed = bankTool(...args, '--bank', bank.root);
  return [printed.out, printed.err].filter((text) => text !== '').join('\n');
};

const on = <T>(files: Readonly<Record<string, string>>, work: (bank: Fixture) => T): T => {
  const bank = makeBank(files);
  try {
    return work(bank);
  } finally {
    bank.remove();
  }
};

const numbers = (bank: Fixture): Record<string, Record<string, number>> =>
  Object.fromEntries(
    compileBank(bank.root).fields.map(({ id, questions }) => [
      id,
      Object.fromEntries(questions.map((q) => [q.id, q.number])),
    ]),
  );

describe('what is common to all fields', () => {
  it('breaks no rule', () => {
    expect(problemsIn(BANK)).toEqual([]);
  });

  it('is asked in every field, under a number of its own there', () => {
    on(BANK, (bank) =>
      expect(numbers(bank)).toEqual({
        archivist: { 'ar-basics-001': 1, 'cc-motives-001': 2, 'cc-motives-002': 3, 'cc-team-001': 4 },
        'records-technician': { 'rt-legal-holds-004': 1, 'cc-motives-001': 2, 'cc-motives-002': 3, 'cc-team-001': 4 },
      }),
    );
  });

  it('brings its topics, links and terms along', () => {
    on(BANK, (bank) => {
      const field = compileBank(bank.root).fields.find(({ id }) => id === 'records-technician');
      expect(field?.topics.map(({ id }) => id)).toEqual(['legal-holds', 'motives', 'team']);
      expect(field?.links.map(({ id }) => id)).toEqual(['rule-37', 'star']);
      expect(field?.terms.map(({ id }) => id)).toEqual(['legal-hold', 'story']);
    });
  });

  it('keeps its numbers when it is published, whatever either side adds', () => {
    on(BANK, (bank) => {
      expect(out(bank, 'publish')).toBe('8 new questions published, 8 in all');
      const before = numbers(bank);
      bank.write(BASICS, `${bank.read(BASICS)}${question('ar-basics-000', 'What would you show a visitor first?')}`);
      bank.write(TEAM, `${bank.read(TEAM)}${question('cc-team-000', 'When did a colleague change your mind?')}`);
      expect(numbers(bank)).toEqual({
        archivist: { ...before.archivist, 'ar-basics-000': 5, 'cc-team-000': 6 },
        'records-technician': { ...before['records-technician'], 'cc-team-000': 5 },
      });
      expect(out(bank, 'check')).toBe('0 errors, 0 warnings');
      expect(out(bank, 'publish')).toBe('3 new questions published, 11 in all');
    });
  });

  it('may not change once it is published, and that is said once', () => {
    on(BANK, (bank) => {
      out(bank, 'publish');
      bank.write(TEAM, bank.read(TEAM).replace('Who helped you most', 'Who taught you most'));
      expect(out(bank, 'check').match(/cc-team-001 is published, and its words/g)).toHaveLength(1);
      bank.write(TEAM, 'topic: team\nname: working together\naliases: []\nquestions: []\n');
      expect(out(bank, 'check')).toContain('cc-team-001 is published and is no longer in the folder archivist');
    });
  });

  it('is known once to whoever counts questions', () => {
    on(BANK, (bank) => {
      const rows: { id: string; field: string }[] = JSON.parse(out(bank, 'list', '--json'));
      expect(rows.map(({ id, field }) => `${field}: ${id}`)).toEqual([
        'archivist: ar-basics-001',
        'common: cc-motives-001',
        'common: cc-motives-002',
        'common: cc-team-001',
        'records-technician: rt-legal-holds-004',
      ]);
      expect(questionsIn(compileBank(bank.root)).map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
      const [archives, common, records] = out(bank, 'stats').split('\n\n');
      expect(common).toMatch(
        /^common to all fields\n.*\nmotives .* 2\nteam .* 1\ntotal .* 3\n0 entry, 3 experienced, /s,
      );
      for (const table of [archives, records])
        expect(table).toMatch(/\ntotal .* 1\n.*\nand 3 of those that are common to all fields$/);
    });
  });

  it('is packed once, and each field is opened whole', () => {
    on(BANK, (bank) => {
      const compiled = compileBank(bank.root);
      writePack(compiled, bank.root);
      const opened = openBank(bank.root);
      for (const { aliases: _, area: __, own: ___, ...field } of compiled.fields)
        expect(readWhole(opened.field(field.id))).toEqual(field);
      expect(opened.field('common')).toBeUndefined();
      expect(opened.fields()).toMatchObject({ count: 2, first: [{ questions: 4 }, { questions: 4 }] });
      opened.close();
    });
  });
});

describe('a field', () => {
  const ids = (bank: Fixture) => Object.keys(numbers(bank).archivist ?? {});

  it('leaves out topics and questions that clash with its own', () => {
    on({ ...BANK, [FIELD]: archivist('leaveOut: [team, cc-motives-002]\n') }, (bank) => {
      expect(ids(bank)).toEqual(['ar-basics-001', 'cc-motives-001']);
      expect(out(bank, 'check')).toBe('0 errors, 0 warnings');
    });
  });

  it('may leave out what is published already', () => {
    on(BANK, (bank) => {
      out(bank, 'publish');
      bank.write(FIELD, archivist('leaveOut: [team]\n'));
      expect(ids(bank)).toEqual(['ar-basics-001', 'cc-motives-001', 'cc-motives-002']);
      expect(out(bank, 'check')).toBe('0 errors, 0 warnings');
    });
  });

  it('never has a topic twice: its own comes first, and the author is told', () => {
    const own = topic(
      'team',
      'the archive team',
      question('ar-team-001', 'Whom would you call about a flooded vault?'),
    );
    on({ ...BANK, 'archivist/topics/team.yaml': own }, (bank) => {
      expect(ids(bank)).toEqual(['ar-basics-001', 'ar-team-001', 'cc-motives-001', 'cc-motives-002']);
    });
    expect(problemsIn({ ...BANK, 'archivist/topics/team.yaml': own })).toEqual([
      'archivist/topics/team.yaml:1: error: common has a topic team, too; rename this one, or write "leaveOut: [team]" into field.yaml',
    ]);
  });

  it('may name common links and terms, and gives none of its own the same id', () => {
    const LINKS = 'archivist/links.yaml';
    const link = '- { id: star, address: "https://a.org", short: a.org, name: a, offers: b }\n';
    expect(problemsIn({ ...BANK, [LINKS]: link })).toEqual([
      `${LINKS}:1: error: star is taken at common/links.yaml:1; give this entry an id of its own`,
    ]);
  });
});

describe('what goes wrong around common questions is told', () => {
  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      'another prefix',
      { [TEAM]: (COMMON[TEAM] ?? '').replace('cc-team-001', 'xx-team-001') },
      /its form is cc-team-001/,
    ],
    [
      'a field of that prefix',
      { [FIELD]: archivist().replace('ar\n', 'cc\n') },
      /the prefix cc is for common questions/,
    ],
    [
      'a field.yaml',
      { 'common/field.yaml': archivist() },
      /common\/field.yaml:1: error: is not read: what is common to all fields is no field; remove it/,
    ],
    [
      'a topic to leave out that is none',
      { [FIELD]: archivist('leaveOut: [tame]\n') },
      /tame is neither a topic nor a question in common/,
    ],
    [
      'a topic name that a field has, too',
      { [BASICS]: (BANK[BASICS] ?? '').replace('name: archives', 'name: working together') },
      /basics.yaml:2: error: "working together" already stands for something else/,
    ],
    [
      'a question that a field asks, too',
      { [BASICS]: topic('basics', 'archives', question('ar-basics-001', 'Why does this kind of job attract you?')) },
      /ar-basics-001 asks nearly the same as cc-motives-001/,
    ],
  ])('%s', (_, files, problem) => {
    expect(problemsIn({ ...BANK, ...files }).join('\n')).toMatch(problem);
  });
});
