import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { heardOf } from '../../simulator/response';
import { checkBank } from '../../tools/bank/check';
import { compileBank } from '../../tools/bank/compile';
import { forTheEar } from '../../tools/bank/import/ear';
import { prefixOf, slugOf } from '../../tools/bank/import/guess';
import { PageError, readPage } from '../../tools/bank/import/page';
import { practise } from './practise';
import { bankTool } from './tool';

const PAGE = 'test/fixtures/founding-page.md';
/** Loading all that a speaker needs takes long on a busy machine. */
const TWO_MINUTES = 120_000;
const FOLDER = 'records-technician';

/** A bank that holds the imported page and nothing else, and what the command said. */
function imported(work: (root: string, said: string) => void | Promise<void>) {
  return async () => {
    const root = mkdtempSync(join(tmpdir(), 'import-'));
    try {
      const { code, out } = bankTool('import', PAGE, '--bank', root);
      expect(code).toBe(0);
      await work(root, out);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  };
}

describe('the founding page becomes a field', () => {
  it(
    'with its names, its questions word for word, and its links',
    imported((root) => {
      const [field] = compileBank(root).fields;
      expect(field).toMatchObject({
        id: FOLDER,
        name: 'records technician',
        plural: 'records technicians',
        area: 'library and information science',
        moreQuestions: 'more-questions',
      });
      expect(field?.questions.map(({ id, ask, draft }) => [id, ask, draft])).toEqual([
        ['rt-general-001', 'Can you briefly explain your understanding of records management?', true],
        ['rt-general-002', 'What is your experience with electronic records management systems?', true],
        [
          'rt-general-003',
          'How do you ensure compliance with legal and regulatory requirements in records management?',
          true,
        ],
        [
          'rt-general-004',
          'Can you describe your familiarity with industry standards and best practices in records management?',
          true,
        ],
        [
          'rt-general-005',
          'Have you worked with different types of records, such as physical documents, electronic files, and audiovisual materials?',
          true,
        ],
      ]);
      expect(field?.links.map(({ address, name }) => [address, name])).toEqual([
        ['https://hireabo.com/job/18_3_6/Records%20Technician', 'the page for records technicians'],
        ['https://www.hireabo.com', 'the HireAbo.com page'],
        ['https://twitter.com/hireabo', 'the Twitter page'],
        ['https://www.linkedin.com/in/hire-abo-3609972a8/', 'the LinkedIn page'],
      ]);
    }),
  );

  it(
    'without its stray characters, and with what has no place kept for the author',
    imported((root) => {
      const text = readFileSync(join(root, FOLDER, 'field.yaml'), 'utf8');
      expect(text).not.toMatch(/[ü√∞]/);
      expect(text).toContain('Interview Preparation!');
      expect(text).toContain('#   Visit HireAbo.com now and take the first step towards');
    }),
  );

  it(
    'that has no errors, and whose author is told what is missing',
    imported((root, said) => {
      const problems = checkBank(compileBank(root), new Date('2026-11-24'));
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(said).toContain('5 draft questions, 4 links.');
      expect(said).toContain(
        'rt-general-001 is a draft, practised in self-check alone: for feedback, write keyPoints, why, hint, sampleShort, sampleLong, followUps, then take "status: draft" away',
      );
      expect(said).toContain('"Have …" can be answered by yes or no');
    }),
  );

  it(
    'that publishing leaves alone until its questions are complete',
    imported((root) => {
      expect(bankTool('publish', '--bank', root)).toEqual({ code: 0, out: 'nothing new to publish', err: '' });
    }),
  );

  it(
    'that can be practised at once, honestly: nothing of an answer is graded',
    imported(async (root) => {
      const turns = await practise(root, [
        'open interview rehearsal',
        'one question',
        'give me a hint',
        'I worked with paper and with electronic files for three years',
        'yes',
        'no',
        "what's a good answer",
        'next question',
        'stop',
      ]);
      const [, asked, hint, check, example, result, sample, next] = turns.map(({ ssml }) => heardOf(ssml));
      expect(asked).toContain('about the job in general.');
      expect(hint).toBe(
        'This one is still a draft, and nobody has written a hint for it yet. Go ahead with your answer.',
      );
      expect(check).toBe(
        "I can't judge this one yet, so check yourself. Answer with yes or no. Did you mention your main point right at the start?",
      );
      expect(example).toContain('an example from your own work?');
      expect(result).toContain('One of two points.');
      expect(result).not.toContain('sample answer');
      expect(sample).toContain('nobody has written a sample answer for it yet');
      expect(next).toContain('about the job in general.');
      expect(turns.flatMap(({ warnings }) => warnings)).toEqual([]);
    }),
    TWO_MINUTES,
  );
});

describe('a page that cannot be read says why', () => {
  it.each([
    ['', 'it begins without a title'],
    ['# Dentist\n\n## Sample Questions\n\n1. Why?', 'its title is "Dentist"'],
    ['# Dentist Interview Prep\n\nHello.', 'no heading "## Sample Questions"'],
    ['# Dentist Interview Prep\n\n## Sample Questions\n\n- Why?', 'there is no numbered question'],
  ])('%j', (text, reason) => {
    expect(() => readPage(text)).toThrow(PageError);
    expect(() => readPage(text)).toThrow(reason);
  });
});

it('reads other hands of the same form: Windows line ends, brackets after numbers, folded questions, no links', () => {
  const page = readPage(
    '\uFEFF# Dental Nurse interview preparation\r\n\r\n### Sample questions\r\n\r\n1) What is\r\n   plaque?\r\n2) **Why** teeth ?\r\n',
  );
  expect(page).toEqual({
    title: 'Dental Nurse',
    introduction: [],
    questions: ['What is plaque?', 'Why teeth?'],
    sites: [],
    rest: [],
  });
});

it('keeps an answer apart from its question, and marks of emphasis from the words', () => {
  const page = readPage(
    `# Baker Interview Prep

Why *this* practice? A _starter_ is not a snake_case.

## Sample Questions

1. What is *proofing*?
   **Answer:** It rises.
2. Have you baked at night? Would you do it again?
3. Tell us about bread.`,
  );
  expect(page).toMatchObject({
    introduction: ['Why this practice? A starter is not a snake_case.'],
    questions: ['What is proofing?', 'Have you baked at night? Would you do it again?', 'Tell us about bread.'],
    rest: ['Answer: It rises.'],
  });
});

it.each([
  ['Bäcker', 'backer'],
  ['Café & bar staff', 'cafe-bar-staff'],
  ['ﬁle clerk', 'file-clerk'],
])('%s lies in the folder %s', (title, folder) => expect(slugOf(title)).toBe(folder));

it.each([
  [
    'Within Health Information Management (HIM), HIM counts.',
    'Within Health Information Management, health information management counts.',
  ],
  ['paper/film, e.g. maps', 'paper or film, for example maps'],
  ['Forms (signed ones) are kept — always.', 'Forms, signed ones, are kept, always.'],
])('for the ear: %s', (written, spoken) => expect(forTheEar(written)).toBe(spoken));

it.each([
  ['records technician', [], 'rt'],
  ['records technician', ['rt'], 're'],
  ['records technician', ['rt', 're'], 'rte'],
  ['archivist', [], 'ar'],
])('a prefix for %s beside %j', (name, taken, prefix) => expect(prefixOf(name, new Set(taken))).toBe(prefix));
