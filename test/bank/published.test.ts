import { readdirSync } from 'node:fs';
import { compileBank } from '../../tools/bank/compile';
import { EXAMPLE, edited, type Fixture, makeBank, problemsIn, TOPIC } from './fixture';
import { bankTool } from './tool';

const [HEAD = '', QUESTION = ''] = EXAMPLE.split(/(?<=questions:\n)/);
/** A question about something else, so that the two are not alike. */
const another = (id: string): string =>
  QUESTION.replace('rt-legal-holds-004', id)
    .replace(/ {4}setup: .*\n/, '')
    .replace(/ask: A legal.*\?/, `ask: Which people should hear about preservation order ${id.slice(-3)}?`);

/** Runs a command on a bank, and gives what it printed. */
const publish = (bank: Fixture) => bankTool('publish', '--bank', bank.root);

/** What `publish` writes for a faultless bank with these files. */
function publishedBy(files: Record<string, string>): string {
  const bank = makeBank(files);
  expect(publish(bank)).toMatchObject({ code: 0 });
  const text = bank.read('published.json');
  bank.remove();
  return text;
}

const numbers = (bank: Fixture): Record<string, number> =>
  Object.fromEntries(compileBank(bank.root).fields.flatMap(({ questions }) => questions.map((q) => [q.id, q.number])));

describe('numbers', () => {
  it('go to new questions by file, then id, and stay when others come before them', () => {
    const bank = makeBank({ [TOPIC]: `${HEAD}${another('rt-legal-holds-006')}${QUESTION}` });
    const first = { 'rt-legal-holds-004': 1, 'rt-legal-holds-006': 2 };
    expect(numbers(bank)).toEqual(first);
    expect(publish(bank)).toEqual({ code: 0, out: '2 new questions published, 2 in all', err: '' });
    expect(numbers(bank)).toEqual(first);

    bank.write(TOPIC, `${HEAD}${another('rt-legal-holds-001')}${QUESTION}${another('rt-legal-holds-006')}`);
    expect(numbers(bank)).toEqual({ ...first, 'rt-legal-holds-001': 3 });
    expect(publish(bank).out).toBe('1 new question published, 3 in all');
    expect(publish(bank).out).toBe('nothing new to publish');
    bank.remove();
  });

  it('are not given again when a question retires', () => {
    const published = publishedBy({ [TOPIC]: `${HEAD}${another('rt-legal-holds-006')}${QUESTION}` });
    const bank = makeBank({
      [TOPIC]: `${HEAD}${QUESTION}${another('rt-legal-holds-007')}`,
      'retired.yaml': '- id: rt-legal-holds-006\n  reason: asked nothing\n',
      'published.json': published,
    });
    expect(numbers(bank)).toEqual({ 'rt-legal-holds-004': 1, 'rt-legal-holds-007': 3 });
    expect(publish(bank)).toMatchObject({ code: 0 });
    expect(JSON.parse(bank.read('published.json'))['records-technician']).toMatchObject({
      'rt-legal-holds-004': { number: 1 },
      'rt-legal-holds-006': { number: 2 },
      'rt-legal-holds-007': { number: 3 },
    });
    bank.remove();
  });
});

describe('published.json', () => {
  it('has sorted keys, one question a line', () => {
    expect(publishedBy({ [TOPIC]: `${HEAD}${another('rt-legal-holds-006')}${QUESTION}` })).toMatch(
      /^\{\n {2}"records-technician": \{\n {4}"rt-legal-holds-004": \{ "number": 1, "print": "\w{16}" \},\n {4}"rt-legal-holds-006": \{ "number": 2, "print": "\w{16}" \}\n {2}\}\n\}\n$/,
    );
  });

  it('is not touched while the bank has errors', () => {
    const bank = makeBank({ ...edited(TOPIC, 'What do you do?', 'What?'), 'published.json': '{}\n' });
    bank.write(TOPIC, bank.read(TOPIC).replace('level: experienced', 'level: expert'));
    const { code, out, err } = publish(bank);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('level: "expert" is not known');
    expect(err).toContain('nothing was published');
    expect(bank.read('published.json')).toBe('{}\n');
    bank.remove();
  });

  it('leaves no draft behind', () => {
    const bank = makeBank();
    publish(bank);
    expect(readdirSync(bank.root).filter((name) => name.includes('published'))).toEqual(['published.json']);
    bank.remove();
  });
});

describe('a published question', () => {
  const published = publishedBy({});
  const problemsAfter = (change: Record<string, string>) => problemsIn({ 'published.json': published, ...change });
  const changed = [
    `${TOPIC}:7: error: rt-legal-holds-004 is published, and its words, key point ids or weights have changed; undo that, or make a new question with "replaces: rt-legal-holds-004" and put this id into retired.yaml`,
  ];

  it.each([
    ['its words', 'What do you do?', 'What do you do first?'],
    ['its setup', 'due at nine', 'due at ten'],
    ['the id of a key point', 'id: no-judging', 'id: no-verdict'],
    ['the weight of a key point', 'weight: bonus', 'weight: should'],
  ])('may not change %s', (_, from, to) => {
    expect(problemsAfter(edited(TOPIC, from, to))).toEqual(changed);
  });

  it('may not change the order of its key points, which cards keep by position', () => {
    const points = EXAMPLE.split(/(?= {6}- id: (?:tell|no-judging)\n)|(?= {4}redFlags:)/);
    const [start, tell, judging, rest] = points;
    expect(problemsAfter({ [TOPIC]: `${start}${judging}${tell}${rest}` })).toEqual(changed);
  });

  it.each([
    ['its level', 'level: experienced', 'level: senior'],
    ['a slot', '[stop, halt,', '[stop, freeze, halt,'],
    ['its hint', 'the usual rules', 'the daily rules'],
    ['how a key point is said', 'say: stopping the destruction at once', 'say: stopping at once'],
    ['the layout of its words', 'What do you do?', '\n      What do you do?'],
  ])('may change %s', (_, from, to) => {
    expect(problemsAfter(edited(TOPIC, from, to))).toEqual([]);
  });

  it('may not vanish', () => {
    expect(problemsAfter({ [TOPIC]: `${HEAD.replace('questions:', 'questions: []')}` })).toEqual([
      `${TOPIC}:1: error: rt-legal-holds-004 is published and is no longer in the folder records-technician; put it back, or retire it in retired.yaml`,
    ]);
  });

  it('may not vanish with its field', () => {
    const [before = '', rest = ''] = published.split('"records-technician"');
    const gone = `${before}"archivist": {"ar-basics-001": {"number": 1, "print": "x"}},\n"records-technician"${rest}`;
    expect(problemsIn({ 'published.json': gone })).toEqual([
      'published.json:1: error: the folder archivist is gone, and its questions are published; put it back, or retire them in retired.yaml: ar-basics-001',
    ]);
  });

  it('has not vanished while its file is no YAML: the slip is all that is told', () => {
    expect(problemsAfter(edited(TOPIC, '    hint: Think about', '    hint: Think: about'))).toEqual([
      expect.stringContaining('a text with a colon and a blank in it'),
    ]);
  });

  it('has not vanished while its form is wrong', () => {
    expect(problemsAfter(edited(TOPIC, 'level: experienced', 'level: expert'))).toEqual([
      expect.stringContaining('level: "expert" is not known'),
    ]);
  });
});

describe('a retired question', () => {
  const published = publishedBy({});
  const retired = '- id: rt-legal-holds-004\n  reason: asked two things\n  replacedBy: rt-legal-holds-009\n';
  const successor = another('rt-legal-holds-009').replace('    level', '    replaces: rt-legal-holds-004\n    level');

  it('makes room for the one that replaces it', () => {
    const files = { 'published.json': published, 'retired.yaml': retired, [TOPIC]: `${HEAD}${successor}` };
    expect(problemsIn(files)).toEqual([]);
  });

  it('does not come back under its old id', () => {
    expect(problemsIn({ 'retired.yaml': retired.replace(/ {2}replacedBy.*\n/, '') })).toEqual([
      'retired.yaml:1: error: rt-legal-holds-004 is retired and still asked; remove the question, or this entry',
    ]);
  });

  it('is not replaced by what does not exist', () => {
    const files = {
      'published.json': published,
      'retired.yaml': retired,
      [TOPIC]: `${HEAD}${another('rt-legal-holds-010')}`,
    };
    expect(problemsIn(files)).toEqual([
      'retired.yaml:3: error: rt-legal-holds-009 does not exist; correct it or leave it out',
    ]);
  });
});
