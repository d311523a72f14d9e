import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBank } from '../../lambda/adapters/pack';
import { s3Ranges } from '../../lambda/adapters/s3';
import { type Packable, packField, packWriter, writePack } from '../../tools/bank/pack';
import { KEYS, type S3Server, s3Server } from '../adapters/s3-server';
import { bankContract } from './bank';

const dir = mkdtempSync(join(tmpdir(), 'banks-'));
let s3: S3Server;
beforeAll(async () => {
  process.env.AWS_ACCESS_KEY_ID = KEYS.accessKeyId;
  process.env.AWS_SECRET_ACCESS_KEY = KEYS.secretAccessKey;
  process.env.AWS_SESSION_TOKEN = KEYS.sessionToken;
  s3 = await s3Server();
});
afterAll(async () => {
  await s3.close();
  rmSync(dir, { recursive: true });
});

let banks = 0;
const nextDir = (): string => join(dir, String(banks++));

bankContract('in files beside the function', (bank) => {
  const at = nextDir();
  writePack(bank, at);
  return openBank(at);
});

/** As the build does when a pack is too large, and a deployment with it. */
function uploaded({ fields, common }: Packable, at: string): void {
  const writer = packWriter(at, common, { dir: join(at, 'packs'), over: 0 });
  for (const field of fields) writer.add(packField(field));
  writer.finish();
  writer.discard();
  for (const name of readdirSync(join(at, 'packs')))
    s3.objects.set(`bucket/packs/${name}`, readFileSync(join(at, 'packs', name)));
}

bankContract('in S3, with its index beside the function', (bank) => {
  const at = nextDir();
  uploaded(bank, at);
  const { endpoint } = s3;
  return openBank(at, (name) => s3Ranges({ bucket: 'bucket', key: `packs/${name}`, region: 'us-east-1', endpoint }));
});
