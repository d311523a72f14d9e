import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBank } from '../../lambda/adapters/pack';
import { s3Ranges } from '../../lambda/adapters/s3';
import { Elsewhere, withFetched } from '../../lambda/ports/elsewhere';
import { compileBank } from '../../tools/bank/compile';
import { packField, packWriter } from '../../tools/bank/pack';
import { KEYS, type S3Server, s3Server } from './s3-server';

const dir = mkdtempSync(join(tmpdir(), 's3-'));
const TEXT = 'one field behind the other';
let s3: S3Server;

beforeAll(async () => {
  process.env.AWS_SESSION_TOKEN = KEYS.sessionToken;
  s3 = await s3Server();
  s3.objects.set('bucket/packs/some pack', Buffer.from(TEXT));
});
beforeEach(() => {
  process.env.AWS_ACCESS_KEY_ID = KEYS.accessKeyId;
  process.env.AWS_SECRET_ACCESS_KEY = KEYS.secretAccessKey;
  s3.asked.length = 0;
  s3.moods.length = 0;
});
afterAll(async () => {
  await s3.close();
  rmSync(dir, { recursive: true });
});

const ranges = (key = 'packs/some pack') =>
  s3Ranges({ bucket: 'bucket', key, region: 'us-east-1', endpoint: s3.endpoint });
const read = async (offset: number, length: number) => Buffer.from(await ranges()(offset, length)).toString();

describe('a stretch of an object', () => {
  test('comes by a signed request for these bytes alone', async () => {
    expect(await read(4, 5)).toBe('field');
    expect(s3.asked).toEqual(['bytes=4-8']);
  });

  test.each(['busy', 'short', 'silent'] as const)('is asked for once more when S3 is %s', async (mood) => {
    s3.moods.push(mood);
    expect(await read(0, 3)).toBe('one');
    expect(s3.asked).toHaveLength(2);
  });

  test.each([
    ['busy', /^S3 answered 503 for packs\/some pack$/],
    ['short', /^packs\/some pack has 2 of 3 bytes at 0$/],
  ] as const)('is given up after two attempts when S3 stays %s', async (mood, message) => {
    s3.moods.push(mood, mood);
    await expect(read(0, 3)).rejects.toThrow(expect.objectContaining({ name: 'S3Error' }));
    s3.moods.push(mood, mood);
    await expect(read(0, 3)).rejects.toThrow(message);
  });

  test('that is not there is said to be so', async () => {
    await expect(ranges('packs/none')(0, 3)).rejects.toThrow('S3 answered 404 for packs/none');
  });

  test('is refused to whoever has the wrong key, and to whoever has none', async () => {
    process.env.AWS_SECRET_ACCESS_KEY = 'another';
    await expect(read(0, 3)).rejects.toThrow('S3 answered 403');
    delete process.env.AWS_SECRET_ACCESS_KEY;
    await expect(read(0, 3)).rejects.toThrow('packs/some pack cannot be read from S3');
  });
});

describe('a bank whose pack lies in S3', () => {
  const { fields, common } = compileBank('test/fixtures/bank');

  function bankIn(name: string) {
    const at = join(dir, name);
    const writer = packWriter(at, common, { dir: join(at, 'packs'), over: 0 });
    for (const field of fields) writer.add(packField(field));
    writer.finish();
    writer.discard();
    const [pack = ''] = readdirSync(join(at, 'packs'));
    s3.objects.set(`b/packs/${pack}`, readFileSync(join(at, 'packs', pack)));
    return { at, pack };
  }
  const open = (at: string) =>
    openBank(at, (name) => s3Ranges({ bucket: 'b', key: `packs/${name}`, region: 'us-east-1', endpoint: s3.endpoint }));

  test('has a name that says what is in it, and no pack beside its index', () => {
    const { at, pack } = bankIn('named');
    expect(pack).toMatch(/^bank-[0-9a-f]{32}\.pack$/);
    expect(readdirSync(at).sort()).toEqual(['bank.index', 'packs']);
    expect(bankIn('named-again').pack).toBe(pack);
  });

  test('fetches what all fields share while the function starts, and a field when it is used: each once', async () => {
    const bank = open(bankIn('fetched').at);
    expect(() => bank.field('archivist')).toThrow(Elsewhere);
    const archivist = await withFetched(() => bank.field('archivist'));
    expect(archivist?.questions.length).toBeGreaterThan(0);
    expect(bank.field('archivist')).toBe(archivist);
    expect(s3.asked).toHaveLength(2);
    expect(new Set(s3.asked).size).toBe(2);
    bank.close();
  });

  test('is as good as ever after a failure', async () => {
    const bank = open(bankIn('failing').at);
    await new Promise((resolve) => setTimeout(resolve, 50));
    s3.moods.push('busy', 'busy');
    await expect(withFetched(() => bank.field('archivist'))).rejects.toThrow('S3 answered 503');
    expect((await withFetched(() => bank.field('archivist')))?.id).toBe('archivist');
    bank.close();
  });

  test('is read where the build left it by a function that is told of no bucket, as on a laptop', () => {
    const { at } = bankIn('home');
    renameSync(join(at, 'packs'), join(dir, 'packs'));
    const bank = openBank(at);
    expect(bank.field('archivist')?.id).toBe('archivist');
    bank.close();
    rmSync(join(dir, 'packs'), { recursive: true });
    expect(() => openBank(at)).toThrow(/packs\/bank-.*\.pack is missing or cannot be read/);
  });
});

describe('a look-up that needs what lies elsewhere', () => {
  test('is made again after each fetch', async () => {
    const here = new Set<string>();
    const need = (what: string): string => {
      if (!here.has(what)) throw new Elsewhere(what, async () => void here.add(what));
      return what;
    };
    expect(await withFetched(() => [need('field'), need('common')])).toEqual(['field', 'common']);
  });

  test('is given up when fetching does not help', async () => {
    const look = () => {
      throw new Elsewhere('this', async () => {});
    };
    await expect(withFetched(look)).rejects.toThrow('this is not here yet');
  });

  test('fails as the look-up fails', async () => {
    const look = () => {
      throw new RangeError('no');
    };
    await expect(withFetched(look)).rejects.toThrow(RangeError);
  });
});
