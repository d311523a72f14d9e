import fc from 'fast-check';
import {
  findField,
  findName,
  findTopic,
  openIndex,
  type ReadAt,
  spokenKey,
  type WrittenRow,
  writeIndex,
} from '../../lambda/bank/index-file';

/** Reads from a text as from a file. */
function reader(text: string): ReadAt {
  const bytes = new TextEncoder().encode(text);
  return (offset, length) => bytes.subarray(offset, offset + length);
}

const row = (
  id: string,
  name: string,
  aliases: readonly string[] = [],
  topics: readonly string[] = [],
): WrittenRow => ({
  offset: id.length,
  length: 7,
  summary: { id, name, plural: `${name}s`, aliases, area: 'archives', questions: 3 },
  topics,
});

function open(rows: readonly WrittenRow[], first: readonly string[] = []) {
  const read = reader(writeIndex(rows, first, 99));
  const index = openIndex(read);
  if (!index) throw new Error('the index cannot be opened');
  return {
    index,
    field: (id: string) => findField(read, index, id),
    named: (spoken: string) => findName(read, index, spoken),
    withTopic: (spoken: string) => findTopic(read, index, spoken),
  };
}

describe('spokenKey', () => {
  it.each([
    ['Records Technician', 'records technician'],
    ['  the records   technician! ', 'records technician'],
    ['an archivist', 'archivist'],
    ["children's librarian", "children's librarian"],
    ['Café manager', 'café manager'],
    ['the', 'the'],
    ['a', 'a'],
    ['', ''],
  ])('%j is compared as %j', (spoken, key) => {
    expect(spokenKey(spoken)).toBe(key);
  });
});

describe('an index', () => {
  const found = open([
    row('archivist', 'archivist', ['archives person'], ['finding aids', 'ethics']),
    row('records-technician', 'records technician', [], ['legal holds', 'ethics']),
  ]);

  it('leads from a name, its plural or an alias to the field', () => {
    for (const spoken of ['archivist', 'Archivists', 'the archives person'])
      expect(found.named(spoken)).toBe('archivist');
    expect(found.named('records technicians')).toBe('records-technician');
  });

  it('leads from a topic to the first field that has it', () => {
    expect(['the finding aids', 'Legal holds', 'ethics', 'archivist'].map(found.withTopic)).toEqual([
      'archivist',
      'records-technician',
      'archivist',
      undefined,
    ]);
  });

  it('knows nothing of what is not in it', () => {
    for (const name of ['', 'archive', 'archivistss', 'zoo keeper', '\n', '\t', 'archivist\t0']) {
      expect(found.field(name)).toBeUndefined();
      expect(found.named(name)).toBeUndefined();
    }
  });

  it('leads a name that two fields claim to the first', () => {
    expect(open([row('b', 'clerk'), row('a', 'clerk')]).named('clerk')).toBe('b');
  });

  it('may be empty', () => {
    const empty = open([]);
    expect(empty.index).toMatchObject({ count: 0, ids: 0, names: 0, topics: 0 });
    expect([empty.field('a'), empty.named('a')]).toEqual([undefined, undefined]);
  });

  it.each([
    ['nothing', ''],
    ['no newline', '{"format":2}'],
    ['another format', writeIndex([], [], 0).replace('"format":2', '"format":1')],
    ['no header', 'archivist\t0\t7\n'],
    ['a negative size', writeIndex([], [], 0).replace('"ids":0', '"ids":-1')],
  ])('is not opened when it holds %s', (_, text) => {
    expect(openIndex(reader(text))).toBeUndefined();
  });

  it('says so when a row is damaged', () => {
    const text = writeIndex([row('archivist', 'archivist')], [], 99).replace('"area":"archives"', '"area": archives ');
    const read = reader(text);
    const index = openIndex(read);
    expect(index && (() => findField(read, index, 'archivist'))).toThrow('the row of archivist is damaged');
  });

  it('finds every row whatever its length and letters, and none that is missing', () => {
    const word = fc.stringMatching(/^[a-zéñ漢0-9]{1,12}$/);
    const rows = fc.uniqueArray(fc.tuple(word, fc.array(word, { maxLength: 60 })), {
      selector: ([id]) => id,
      maxLength: 300,
      size: 'max',
    });
    fc.assert(
      fc.property(rows, word, (entries, other) => {
        const all = entries.map(([id, aliases]) => row(id, `job of ${id} kind`, aliases));
        const found = open(all);
        for (const each of all) {
          const { topics: _, ...kept } = each;
          expect(found.field(each.summary.id)).toEqual(kept);
          expect(found.named(each.summary.name)).toBe(each.summary.id);
        }
        const known = entries.some(([id]) => id === other);
        expect(found.field(other) !== undefined).toBe(known);
      }),
      { numRuns: 30 },
    );
  });
});
