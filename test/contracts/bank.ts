import type { OpenBank } from '../../lambda/adapters/pack';
import { withFetched } from '../../lambda/ports/elsewhere';
import { compileBank } from '../../tools/bank/compile';
import type { Packable } from '../../tools/bank/pack';
import { readWhole } from '../bank/read-whole';

/** Packs fields where an implementation keeps them, and opens them there. */
export type OpenPacked = (bank: Packable) => OpenBank;

const FIXTURES = compileBank('test/fixtures/bank');

/** What every bank does for a turn, wherever its packs lie. */
export function bankContract(name: string, open: OpenPacked): void {
  describe(`a bank: ${name}`, () => {
    let bank: OpenBank;
    beforeAll(() => {
      bank = open(FIXTURES);
    });
    afterAll(() => bank.close());

    const field = (id: string) => withFetched(() => bank.field(id));

    test('gives each field whole, with what it inherits', async () => {
      expect(FIXTURES.fields.length).toBeGreaterThan(2);
      for (const { aliases: _, area: __, own: ___, ...whole } of FIXTURES.fields)
        expect(readWhole(await field(whole.id))).toEqual(whole);
    });

    test('knows nothing of other ids, without looking anywhere', () => {
      for (const id of ['', 'archivis', 'archivists', 'zz']) expect(bank.field(id)).toBeUndefined();
    });

    test('finds a field by what people call it, without looking anywhere', () => {
      for (const { id, name: spoken, plural } of FIXTURES.fields)
        for (const each of [spoken, `the ${plural}`]) expect(bank.named(each)).toBe(id);
      expect(bank.named('astronaut')).toBeUndefined();
    });

    test('finds a field by the name of a topic, without looking anywhere', async () => {
      for (const { topics } of FIXTURES.fields)
        for (const { name: spoken } of topics) {
          const id = bank.withTopic(spoken);
          if (id !== undefined) expect((await field(id))?.topics.map((topic) => topic.name)).toContain(spoken);
        }
      expect(FIXTURES.fields.flatMap(({ topics }) => topics).some(({ name: spoken }) => bank.withTopic(spoken))).toBe(
        true,
      );
      expect(bank.withTopic('astronauts')).toBeUndefined();
    });

    test('counts its fields and names the fullest, without looking anywhere', () => {
      const { count, first } = bank.fields();
      expect(count).toBe(FIXTURES.fields.length);
      expect(first[0]?.id).toBe(FIXTURES.fields[0]?.id);
    });

    test('gives a field at once after it was there once', async () => {
      const first = await field('archivist');
      expect(bank.field('archivist')).toBe(first);
    });

    test('gives several at once what each asks for', async () => {
      const again = open(FIXTURES);
      const ids = [...FIXTURES.fields, ...FIXTURES.fields].map(({ id }) => id);
      const found = await Promise.all(ids.map((id) => withFetched(() => again.field(id)?.id)));
      expect(found).toEqual(ids);
      again.close();
    });
  });
}
