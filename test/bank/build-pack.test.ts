import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBank } from '../../lambda/adapters/pack';
import { buildPack } from '../../tools/bank/build-pack';
import { compileBank } from '../../tools/bank/compile';
import { fieldFiles } from '../../tools/bank/generate/field';
import { writeFiles } from '../../tools/bank/generate/write';
import { writePack } from '../../tools/bank/pack';

const dir = mkdtempSync(join(tmpdir(), 'build-pack-'));
afterAll(() => rmSync(dir, { recursive: true }));

const FIELDS = 6;
const bank = join(dir, 'bank');
for (let number = 0; number < FIELDS; number++) writeFiles(bank, fieldFiles(number, 5 + number));

const filesIn = (at: string) =>
  Object.fromEntries(readdirSync(at).map((name) => [name, readFileSync(join(at, name)).toString('hex')]));

test('threads make the same files as one', async () => {
  const here = await buildPack(bank, join(dir, 'here'), { threads: 0 });
  const there = await buildPack(bank, join(dir, 'there'), { threads: 2 });
  expect(filesIn(join(dir, 'there'))).toEqual(filesIn(join(dir, 'here')));
  expect(there).toEqual(here);
  expect(here.fields.map(({ id }) => id)).toHaveLength(FIELDS);
});

test('what is packed a field at a time is what the compiler makes of the whole', async () => {
  const [stepwise, whole] = [join(dir, 'stepwise'), join(dir, 'whole')];
  await buildPack('test/fixtures/bank', stepwise);
  const compiled = compileBank('test/fixtures/bank');
  writePack(compiled, whole);
  const [a, b] = [openBank(stepwise), openBank(whole)];
  for (const { id, name } of compiled.fields) {
    expect(a.field(id)).toEqual(b.field(id));
    expect(a.named(name)).toBe(b.named(name));
  }
  expect(a.fields()).toEqual(b.fields());
  a.close();
  b.close();
});

test('tells how far it is, field by field', async () => {
  const told: [number, number][] = [];
  await buildPack(bank, join(dir, 'told'), { progress: (done, total) => told.push([done, total]) });
  expect(told).toEqual(Array.from({ length: FIELDS }, (_, i) => [i + 1, FIELDS]));
});

test.each([0, 2])('a broken field is named, from %i threads, and nothing is written', async (threads) => {
  const broken = join(dir, `broken-${threads}`);
  writeFiles(broken, { ...fieldFiles(0, 4), ...fieldFiles(1, 4) });
  const [name = ''] = readdirSync(broken);
  writeFileSync(join(broken, name, 'field.yaml'), 'id: [');
  const out = join(dir, `none-${threads}`);
  const { problems } = await buildPack(broken, out, { threads });
  expect(problems).toEqual([expect.objectContaining({ severity: 'error', file: expect.stringContaining(name) })]);
  expect(readdirSync(out)).toEqual([]);
});
