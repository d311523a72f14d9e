import { TimestampVerifier } from 'ask-sdk-express-adapter';
import fc from 'fast-check';
import { openEmbedded } from '../../simulator/store/embedded';
import { DIST } from '../../tools/paths';
import { serveOptions } from '../../tools/serve/options';
import { type Serving, serve } from '../../tools/serve/serve';
import { envelope, heardIn, launch } from '../bundle/bundle';
import { CHAIN, impostor, insteadOfS3, type Signer, signed } from './alexa';

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
process.env.LOG_LEVEL = 'silent';

const self = impostor();
const elsewhere = impostor({ name: 'echo-api.example.com' });
const expired = impostor({ from: new Date(Date.now() - 7_200_000) });

let chain = self.chain;
let backToS3: () => Promise<void>;
let checked: Serving;
let unchecked: Serving;
beforeAll(async () => {
  backToS3 = await insteadOfS3(() => chain);
  const own = () => openEmbedded();
  unchecked = await serve(DIST, serveOptions(['--port', '0', '--unchecked']), own);
  checked = await serve(DIST, serveOptions(['--port', '0']), own);
});
afterAll(async () => {
  await checked.close();
  await unchecked.close();
  await backToS3();
});

const requestAt = (time: number, request: object = launch): string =>
  JSON.stringify(envelope({ ...request, timestamp: new Date(time).toISOString() }));

const post = async (to: Serving, body: string, headers: Readonly<Record<string, string>> = {}) => {
  const response = await fetch(to.address, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: response.status, text: await response.text() };
};

const SECOND = 1_000;
const now = (): string => requestAt(Date.now());

test('rows c4 and c5: a request without a signature or without its certificate is refused', async () => {
  const { SignatureCertChainUrl, 'Signature-256': signature } = signed(now(), self);
  expect(await post(checked, now())).toMatchObject({
    status: 400,
    text: expect.stringContaining('Missing Certificate'),
  });
  expect(await post(checked, now(), { SignatureCertChainUrl })).toMatchObject({
    status: 400,
    text: expect.stringContaining('Missing Signature'),
  });
  expect((await post(checked, now(), { 'Signature-256': signature })).status).toBe(400);
});

test.each([
  ['http', CHAIN.replace('https', 'http'), 'unsupported protocol'],
  ['another host', 'https://s3.amazonaws.example/echo.api/chain.pem', 'invalid host name'],
  ['another path', 'https://s3.amazonaws.com/EcHo.aPi/chain.pem', 'invalid path'],
  ['another port', 'https://s3.amazonaws.com:563/echo.api/chain.pem', 'invalid port'],
])('row c5: a certificate from %s is not even fetched', async (_, url, why) => {
  const body = now();
  expect(await post(checked, body, signed(body, self, url))).toMatchObject({
    status: 400,
    text: expect.stringContaining(why),
  });
});

test.each<readonly [string, Signer, string]>([
  ['a root that nobody trusts', self, 'not trusted'],
  ['another name than echo-api.amazon.com', elsewhere, 'domain missing'],
  ['a time that is over', expired, 'expired'],
])('row c5: a chain with %s is refused, though the signature is right', async (_, signer, why) => {
  chain = signer.chain;
  const body = now();
  expect(await post(checked, body, signed(body, signer))).toMatchObject({
    status: 400,
    text: expect.stringMatching(new RegExp(why, 'i')),
  });
});

test('row c6: a request is taken for 150 seconds and an event of the skill for an hour, by the check that the server begins with', async () => {
  const check = new TimestampVerifier();
  const disabled = { type: 'AlexaSkillEvent.SkillDisabled' };
  const age = (seconds: number, request?: object) => check.verify(requestAt(Date.now() - seconds * SECOND, request));
  await expect(age(145)).resolves.toBeUndefined();
  await expect(age(151)).rejects.toThrow('Timestamp verification failed');
  await expect(age(3_590, disabled)).resolves.toBeUndefined();
  await expect(age(3_601, disabled)).rejects.toThrow('Timestamp verification failed');
});

test('row c6: an old request is refused by the server', async () => {
  const old = requestAt(Date.now() - 151 * SECOND);
  expect((await post(checked, old, signed(old, self))).status).toBe(400);
  expect((await post(unchecked, old)).status).toBe(200);
});

test('row c6: whatever an old request holds, its age is why it is refused, and the server goes on', async () => {
  const request = fc.dictionary(fc.string(), fc.jsonValue()).map((rest) => ({ ...launch, ...rest }));
  const age = fc.integer({ min: 3_601, max: 2_000_000_000 });
  await fc.assert(
    fc.asyncProperty(request, age, async (each, seconds) => {
      const old = requestAt(Date.now() - seconds * SECOND, each);
      expect(await post(checked, old, signed(old, self))).toMatchObject({
        status: 400,
        text: expect.stringContaining('Timestamp verification failed'),
      });
    }),
    { numRuns: 100 },
  );
  expect((await fetch(`${checked.address}/health`)).status).toBe(200);
});

test('unchecked, for a tunnel of one’s own, the built skill answers', async () => {
  const { status, text } = await post(unchecked, now());
  expect(status).toBe(200);
  expect(heardIn(JSON.parse(text)).speech).toMatch(/^Welcome to Interview Rehearsal\./);
});

test('what is no request is refused, and the server goes on', async () => {
  for (const body of ['', 'words', '{}', 'null']) {
    expect((await post(checked, body)).status).toBe(400);
    expect([200, 500]).toContain((await post(unchecked, body)).status);
  }
  const health = await fetch(`${checked.address}/health`);
  expect({ status: health.status, text: await health.text() }).toEqual({ status: 200, text: 'ok' });
});

test('quiet audio is served beside the skill', async () => {
  const response = await fetch(`${checked.address}/audio/quiet-30.mp3`);
  expect(response.headers.get('content-type')).toBe('audio/mpeg');
  expect((await fetch(`${checked.address}/audio/`)).status).toBe(404);
});

test.each([
  [['--unchecked', '--host', '0.0.0.0'], '--unchecked would let everybody who reaches 0.0.0.0 pretend to be Alexa'],
  [['--cert', 'a.pem'], '--cert and --key belong together: give both.'],
  [['--port', 'many'], '--port many is no port'],
  [['--fast'], "Unknown option '--fast'. Run with --help to see what there is."],
])('%j is refused with a sentence', (args, sentence) => {
  expect(() => serveOptions(args)).toThrow(sentence);
});
