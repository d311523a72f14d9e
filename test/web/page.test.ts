import { inBrowser, PATIENT } from '../fixtures/browser';
import { addressInCode } from './fixtures/qr';
import { type Running, startWeb } from './fixtures/server';
import { type Visit, visit } from './fixtures/visit';

jest.setTimeout(PATIENT);

const DISPOSITION = 'an easy scenario question about disposition';
const ANSWER =
  "I would tell them that we can't because the retention schedule says next year and I'd check if there's a legal hold";
const EIGHT_SECONDS = 8000;

inBrowser('the page', (browser) => {
  let server: Running;
  let seen: Visit;
  beforeAll(async () => {
    server = await startWeb();
  });
  afterAll(() => server?.close());
  const open = async (wishes = {}): Promise<Visit> => {
    seen = await visit(browser(), server.address, wishes);
    return seen;
  };
  afterEach(() => seen?.page.close());

  test('holds a first conversation by typing', async () => {
    const { say, lastOf, page, light } = await open();
    await say('open interview rehearsal');
    expect(await lastOf('coach')).toMatch(/^Welcome to Interview Rehearsal\..*\?$/s);
    expect(await light()).toBe('listening');
    await say(DISPOSITION);
    expect(await lastOf('coach')).toContain('A manager asks you to shred a box today');
    await say(ANSWER);
    expect(await lastOf('coach')).toMatch(/You covered following the retention schedule and checking for a hold\./);
    expect(await page.getByRole('group', { name: 'Things to say' }).getByRole('button').allInnerTexts()).toEqual([
      'a sample answer',
      'another try',
      'the next question',
    ]);
    await say('send me the link');
    expect(await lastOf('card')).toMatch(/^Card in the Alexa app\n+A page to go on with\n+archives\.gov/);
    await say('no');
    expect(await lastOf('coach')).toMatch(/Good work\. One question, two of \w+ points\. It comes back on \w+day\.$/);
    expect(await lastOf('note')).toBe('The session is over.');
    expect(await light()).toBe('off');
  });

  test('holds a conversation by touch, and its codes lead where they say', async () => {
    const { page, say, touch, lastOf, screen } = await open();
    await page.getByRole('radio', { name: 'Large' }).check();
    await say('open interview rehearsal');
    await touch('One question');
    expect(await lastOf('coach')).toMatch(/\?$/);
    await touch('Hint');
    await screen.getByText('Skip', { exact: true }).waitFor();
    await say('stop');
    await say('open interview rehearsal');
    await say(DISPOSITION);
    await say(ANSWER);
    await screen.getByText('Following the retention schedule').waitFor();
    await touch('Sample answer');
    await say('send me the link');
    expect(await addressInCode(page)).toMatch(/^https:\/\/www\.archives\.gov\//);
    await touch('Next question');
    expect(await lastOf('coach')).toMatch(/\?$/);
  });

  test('waits eight seconds, asks once more, and ends after eight more', async () => {
    const { say, wait, settle, lastOf, light } = await open();
    await say('open interview rehearsal');
    const asked = await lastOf('coach');
    await wait(EIGHT_SECONDS - 1000);
    expect(await light()).toBe('listening');
    await wait(1000);
    await settle('speaking');
    await settle('listening');
    expect(await lastOf('coach')).not.toBe(asked);
    await wait(EIGHT_SECONDS);
    await settle('off');
    expect(await lastOf('note')).toBe('The session is over.');
  });

  test('waits for whoever has begun to type', async () => {
    const { say, page, wait, light } = await open();
    await say('open interview rehearsal');
    await page.getByLabel('What you say').fill('one');
    await wait(10 * EIGHT_SECONDS);
    expect(await light()).toBe('listening');
  });

  test('a session that is lost goes on an hour later', async () => {
    const { say, page, settle, lastOf } = await open();
    await say('open interview rehearsal');
    await say('start a five question practice session');
    await say('skip');
    await page.getByRole('button', { name: 'Lose the session' }).click();
    await settle('off');
    await page.getByRole('button', { name: 'An hour' }).click();
    await page.getByText(/^it is now 2026-03-02T1/).waitFor();
    await settle('off');
    await say('open interview rehearsal');
    expect(await lastOf('coach')).toMatch(/question two of five/);
  });

  test('another person begins anew, and everything can be reset', async () => {
    const { say, page, settle, lastOf } = await open();
    const first = /^Welcome to Interview Rehearsal/;
    await say('open interview rehearsal');
    await say('stop');
    await say('open interview rehearsal');
    expect(await lastOf('coach')).not.toMatch(first);
    await say('stop');
    await page.getByRole('radio', { name: 'Sam' }).check();
    await settle('off');
    await say('open interview rehearsal');
    expect(await lastOf('coach')).toMatch(first);
    await page.getByRole('button', { name: 'Reset everything' }).click();
    await page.locator('#log .coach').first().waitFor({ state: 'detached' });
    expect(await lastOf('note')).toBe('Everything that was kept is deleted.');
    await say('open interview rehearsal');
    expect(await lastOf('coach')).toMatch(first);
  });

  test('speaks with the voice of the machine where the browser has none', async () => {
    const { page, say, settle } = await open();
    // Whether this machine has a voice is another matter: what is asked for is what counts.
    await page.route('**/voice', (route) => route.fulfill({ contentType: 'audio/wav', body: '' }));
    await page.route('**/start', (route) =>
      route.fulfill({ json: { invocationName: 'interview rehearsal', voice: true, fields: [] } }),
    );
    await page.reload();
    await page.evaluate('speechSynthesis.getVoices = () => []');
    const asked = page.waitForRequest('**/voice');
    await say('open interview rehearsal');
    expect((await asked).postDataJSON()).toEqual({ words: expect.stringMatching(/^Welcome to Interview Rehearsal/) });
    await settle('listening');
  });

  test('changes to the field that is chosen', async () => {
    const { say, page, settle, lastOf } = await open();
    await say('open interview rehearsal');
    await page.getByLabel('Field').selectOption('archivist');
    await page.getByRole('button', { name: 'Switch' }).click();
    await settle('listening');
    expect(await lastOf('coach')).toMatch(/archivist/i);
  });

  test('tells what went on behind', async () => {
    const { say, page } = await open();
    await say('open interview rehearsal');
    await say('one question');
    const behind = page.locator('#behind');
    expect(await behind.innerText()).toMatch(/AskQuestionIntent.*\d+ ms.*\d read, \d written.*kB.*all kept/s);
    await behind.getByText('Request', { exact: true }).click();
    expect(JSON.parse(await page.locator('#request').innerText())).toMatchObject({
      request: { type: 'IntentRequest', intent: { name: 'AskQuestionIntent' } },
    });
    await behind.locator('summary', { hasText: 'Response' }).click();
    expect(JSON.parse(await page.locator('#response').innerText())).toMatchObject({ version: '1.0' });
  });

  test('shows what is said as it is said, whatever it looks like', async () => {
    const { say, page } = await open();
    await say('<img src=x onerror=alert(1)>');
    expect(await page.locator('#log .you p').innerText()).toBe('<img src=x onerror=alert(1)>');
    expect(await page.locator('#log img').count()).toBe(0);
  });

  test('says it when the speaker is gone, or a line in brackets means nothing', async () => {
    const { say, page, lastOf } = await open();
    await say('(sing)');
    expect(await lastOf('note')).toMatch(/no such control/);
    await page.route('**/play', (route) => route.abort());
    await say('open interview rehearsal');
    expect(await lastOf('note')).toMatch(/Is "npm run web" still running\?$/);
  });

  const SIZES = [
    ['a laptop', {}],
    ['a laptop in the dark', { dark: true }],
    ['a phone', { width: 390, height: 844 }],
    ['a phone in the dark', { width: 390, height: 844, dark: true }],
  ] as const;
  test.each(SIZES)('nobody is kept out: axe finds nothing wrong on %s', async (_, wishes) => {
    const { say, page, violations, wait, settle } = await open(wishes);
    const found: Record<string, readonly string[]> = {};
    found['at first'] = await violations();
    await page.getByRole('radio', { name: 'Large' }).check();
    await say('open interview rehearsal');
    found.listening = await violations();
    await say(DISPOSITION);
    await say(ANSWER);
    found.feedback = await violations();
    await say('send me the link');
    found['with a card'] = await violations();
    await page.locator('#behind').evaluate('(element) => { element.open = true; }');
    found['behind the scenes'] = await violations();
    await wait(EIGHT_SECONDS);
    await settle('speaking');
    found.speaking = await violations();
    await say('stop');
    found['at the end'] = await violations();
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((state) => [state, []])));
  });

  test('needs nothing of the network, and complains of nothing', async () => {
    const { say, page } = await open();
    const elsewhere: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (!/^(http:\/\/127\.0\.0\.1|data:|blob:)/.test(request.url())) elsewhere.push(request.url());
    });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.getByRole('radio', { name: 'Round' }).check();
    await say('open interview rehearsal');
    await say('one question');
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  });
});
