import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { openBank } from '../../lambda/adapters/pack';
import { KINDS, LEVELS, type Question, WEIGHTS } from '../../lambda/bank/types';
import { type CompiledField, compileBank } from '../../tools/bank/compile';
import { writePack } from '../../tools/bank/pack';
import { makeBank } from '../bank/fixture';
import { readWhole } from '../bank/read-whole';

const dir = mkdtempSync(join(tmpdir(), 'pack-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Packs fields, opens them, and closes them again. */
function packed<T>(fields: Iterable<CompiledField>, work: (bank: ReturnType<typeof openBank>) => T): T {
  writePack({ fields }, dir);
  const bank = openBank(dir);
  try {
    return work(bank);
  } finally {
    bank.close();
  }
}

const question = (number: number): Question => ({
  id: `xx-topic-${number}`,
  number,
  topic: 'topic',
  level: 'entry',
  kind: 'knowledge',
  settings: [],
  jurisdiction: 'general',
  asOf: '2026-11',
  ask: 'What is it?',
  why: 'Because.',
  hint: 'Think.',
  keyPoints: [],
  redFlags: [],
  misconceptions: [],
  sampleShort: 'I say.',
  sampleLong: 'I say more.',
  followUps: [],
  links: [],
  terms: [],
});

const field = (id: string, name: string, questions: readonly Question[] = [question(1)]): CompiledField => ({
  id,
  name,
  plural: `${name}s`,
  aliases: [`${name} person`],
  area: 'everything',
  topics: [{ id: 'topic', name: 'topic', aliases: [] }],
  questions,
  links: [],
  terms: [],
});

/** A field as it is opened: names for the index stay in the index. */
const opened = ({ aliases: _, area: __, ...rest }: CompiledField) => rest;

describe('what is packed', () => {
  it('comes back as the compiler made it', () => {
    const source = makeBank();
    const { fields } = compileBank(source.root);
    source.remove();
    packed(fields, (bank) => {
      expect(fields).toHaveLength(1);
      for (const each of fields) expect(readWhole(bank.field(each.id))).toEqual(opened(each));
    });
  });

  it('comes back equal, whatever texts and numbers it holds', () => {
    const text = fc.string({ unit: 'grapheme' });
    const claim = fc.record({
      id: text,
      say: text,
      weight: fc.constantFrom(...WEIGHTS),
      slots: fc.array(fc.record({ any: fc.array(text), heardAs: fc.array(text), sounds: fc.array(text) })),
      examples: fc.array(text),
    });
    const questions = fc.array(
      fc.record({
        number: fc.nat(),
        level: fc.constantFrom(...LEVELS),
        kind: fc.constantFrom(...KINDS),
        ask: text,
        keyPoints: fc.array(claim),
      }),
    );
    fc.assert(
      fc.property(questions, (parts) => {
        const full = parts.map((part, i) => ({ ...question(i), ...part }));
        const each = field('some', 'some job', full);
        packed([field('first', 'first job'), each, field('third', 'third job')], (bank) => {
          expect(readWhole(bank.field('some'))).toEqual(opened(each));
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('five thousand fields', () => {
  const COUNT = 5000;
  const name = (i: number): string => `job number ${i}`;
  function* many(): Generator<CompiledField> {
    for (let i = 0; i < COUNT; i++)
      yield field(`field-${i}`, name(i), i === 4321 ? [question(1), question(2)] : undefined);
  }

  it('are each found by id, name, plural and alias', () => {
    packed(many(), (bank) => {
      for (let i = 0; i < COUNT; i += 7) {
        expect(bank.field(`field-${i}`)?.name).toBe(name(i));
        expect(bank.named(`The ${name(i)}s`)).toBe(`field-${i}`);
        expect(bank.named(`${name(i)} person`)).toBe(`field-${i}`);
      }
      for (const id of ['field-0', `field-${COUNT - 1}`]) expect(bank.field(id)?.id).toBe(id);
      for (const id of ['', 'field-', 'field-5000', 'zzz']) expect(bank.field(id)).toBeUndefined();
      for (const spoken of ['', 'job number', 'job number 5000', 'zzz']) expect(bank.named(spoken)).toBeUndefined();
    });
  });

  it('are counted, and the fullest are named first', () => {
    packed(many(), (bank) => {
      const { count, first } = bank.fields();
      expect(count).toBe(COUNT);
      expect(first.map(({ id }) => id)).toEqual(['field-4321', 'field-0', 'field-1', 'field-10', 'field-100']);
      expect(first[0]).toEqual({
        id: 'field-4321',
        name: 'job number 4321',
        plural: 'job number 4321s',
        aliases: ['job number 4321 person'],
        area: 'everything',
        questions: 2,
      });
    });
  });
});

describe('open fields', () => {
  const all = ['a', 'b', 'c', 'd', 'e'].map((id) => field(id, `job ${id}`));

  it('are kept while they are in use, and let go when four others were asked for since', () => {
    packed(all, (bank) => {
      const first = bank.field('a');
      for (const id of ['b', 'c', 'd']) bank.field(id);
      expect(bank.field('a')).toBe(first);
      for (const id of ['b', 'c', 'd', 'e']) bank.field(id);
      expect(bank.field('a')).not.toBe(first);
      expect(bank.field('a')).toEqual(first);
    });
  });

  it('share a budget of memory: large ones push each other out sooner', () => {
    // What cannot be made smaller takes as much room in the pack as in a question.
    const why = randomBytes(1.8 * 1024 * 1024).toString('base64');
    const large = ['a', 'b', 'c'].map((id) => field(id, `job ${id}`, [{ ...question(1), why }]));
    packed(large, (bank) => {
      const first = bank.field('a');
      bank.field('b');
      expect(bank.field('a')).toBe(first);
      bank.field('b');
      bank.field('c');
      expect(bank.field('a')).not.toBe(first);
    });
  });

  it('have questions of a size that can be held, and no larger ones', () => {
    packed([field('a', 'job a', [{ ...question(1), why: 'x'.repeat(17 * 1024 * 1024) }])], (bank) => {
      expect(() => bank.field('a')?.questions[0]?.why).toThrow(/bank\.pack is damaged .*: run npm run build$/);
    });
  });
});

describe('files that cannot be used', () => {
  const pack = join(dir, 'bank.pack');
  const index = join(dir, 'bank.index');
  const fields = [field('a', 'job a'), field('b', 'job b')];
  beforeEach(() => writePack({ fields }, dir));

  const damaged: [string, () => void, string][] = [
    ['no index', () => rmSync(index), `${index} is missing or cannot be read: run npm run build`],
    ['no pack', () => rmSync(pack), `${pack} is missing or cannot be read: run npm run build`],
    [
      'another file',
      () => writeFileSync(index, 'hello\n'),
      `${index} is not an index that this version can read: run npm run build`,
    ],
    [
      'half an index',
      () => truncateSync(index, readFileSync(index).length - 5),
      `${index} is not whole: run npm run build`,
    ],
    ['half a pack', () => truncateSync(pack, 20), `${pack} does not belong to its index: run npm run build`],
  ];
  it.each(damaged)('%s', (_, damage, message) => {
    damage();
    expect(() => openBank(dir)).toThrow(expect.objectContaining({ name: 'BankFileError', message }));
  });

  it('a damaged byte is found when its field is opened, and the others still open', () => {
    const bytes = readFileSync(pack);
    const at = Math.floor(bytes.length / 4);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
    writeFileSync(pack, bytes);
    const bank = openBank(dir);
    expect(() => bank.field('a')).toThrow(`${pack} is damaged`);
    expect(bank.field('b')?.id).toBe('b');
    bank.close();
  });

  it('an index that points at another field is not believed', () => {
    const text = readFileSync(index, 'utf8');
    const [, length = ''] = /^a\t0\t(\d+)\t/m.exec(text) ?? [];
    const row = /^b\t(\d+)\t(\d+)\t/m.exec(text)?.[0] ?? '';
    const swapped = `b\t${'0'.padStart((row.split('\t')[1] ?? '').length, '0')}\t${length}\t`;
    writeFileSync(index, text.replace(row, swapped));
    const bank = openBank(dir);
    expect(() => bank.field('b')).toThrow('b is not where the index says');
    bank.close();
  });
});
