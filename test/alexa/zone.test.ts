import { createServer, type Server, type ServerResponse } from 'node:http';
import { DefaultApiClient } from 'ask-sdk-core';
import { services } from 'ask-sdk-model';
import { timeZoneOf } from '../../lambda/alexa/settings';
import { openSpeaker } from '../../simulator/open';
import { heardOf } from '../../simulator/response';
import { parseScript } from '../../simulator/script';
import { DIST } from '../../tools/paths';

/** One in the morning in London, and still the evening before in New York. */
const START = Date.parse('2026-11-25T01:00:00Z');

beforeEach(() => jest.resetModules());

/** What is said of the day when the first question comes back, after each script on the same speaker. */
async function comesBack(locale: string, ...scripts: readonly string[]): Promise<readonly (string | undefined)[]> {
  const setting = { dist: DIST, user: 'sam', locale, screen: false, start: START, log: () => {} };
  const { speaker, close } = await openSpeaker({ ...setting, timezone: 'Europe/London' });
  try {
    const days: (string | undefined)[] = [];
    for (const script of scripts) {
      let day: string | undefined;
      for (const { command, text } of parseScript(`${script}\n${PRACTICE}`)) {
        const { turns } = await speaker.play(command, text);
        for (const { ssml } of turns) day = /It comes back ([^.]*)\./.exec(heardOf(ssml))?.[1] ?? day;
      }
      days.push(day);
    }
    return days;
  } finally {
    await close();
  }
}

const PRACTICE = `open interview rehearsal
an easy scenario question about disposition
I would follow the retention schedule and check for a legal hold
that's all
no
stop`;

const [IN_LONDON, IN_NEW_YORK] = ['on Friday', 'on Thursday'];

test.each([
  ['the time zone that Alexa tells', 'en-US', '', IN_LONDON],
  ['another time zone that Alexa tells', 'en-US', '(timezone America/New_York)', IN_NEW_YORK],
  ["the locale's usual one where it is refused", 'en-US', '(timezone refused)', IN_NEW_YORK],
  ["the locale's usual one where it is refused, in Britain", 'en-GB', '(timezone refused)', IN_LONDON],
  ["the locale's usual one while the settings are down", 'en-US', '(service settings down)', IN_NEW_YORK],
])('a day is one of %s', async (_, locale, control, day) => {
  expect(await comesBack(locale, control)).toEqual([day]);
});

test('it is kept, and not asked again', async () => {
  const again = '(later 1s)\n(timezone Pacific/Honolulu)\nopen interview rehearsal\nreset everything\nyes\nstop';
  expect(await comesBack('en-US', '', again)).toEqual([IN_LONDON, IN_LONDON]);
});

test('where it could not be had, it is asked for at the next launch', async () => {
  const up = '(service settings up)\nopen interview rehearsal\nreset everything\nyes\nstop';
  expect(await comesBack('en-US', '(service settings down)', up)).toEqual([IN_NEW_YORK, IN_LONDON]);
});

describe('a service that', () => {
  let server: Server;
  let reply: (response: ServerResponse) => void;
  beforeAll(async () => {
    server = createServer((_, response) => reply(response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const asked = () => {
    const at = server.address();
    const apiEndpoint = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`;
    const clients = new services.ServiceClientFactory({
      apiClient: new DefaultApiClient(),
      apiEndpoint,
      authorizationValue: 'token',
    });
    return timeZoneOf(clients, 'device', AbortSignal.timeout(5_000));
  };

  test.each<[string, (response: ServerResponse) => void, string | undefined]>([
    ['tells one', (r) => r.end('"Asia/Kolkata"'), 'Asia/Kolkata'],
    ['tells a place that is none', (r) => r.end('"Mars/Olympus"'), undefined],
    ['tells something else', (r) => r.end('{"zone":1}'), undefined],
    ['tells a very long story', (r) => r.end(JSON.stringify('x'.repeat(100_000))), undefined],
    ['tells no JSON', (r) => r.end('<html>'), undefined],
    ['tells nothing', (r) => r.writeHead(204).end(), undefined],
    ['fails', (r) => r.writeHead(500).end(), undefined],
    ['hangs up', (r) => r.destroy(), undefined],
    ['never answers', () => {}, undefined],
  ])('%s', async (_, how, zone) => {
    reply = how;
    expect(await asked()).toBe(zone);
  });

  test('cannot be asked without a device, or without a way to ask', async () => {
    expect(await timeZoneOf(undefined, 'device', AbortSignal.timeout(5_000))).toBeUndefined();
    reply = (r) => r.end('"Asia/Kolkata"');
    const clients = new services.ServiceClientFactory({
      apiClient: new DefaultApiClient(),
      apiEndpoint: '',
      authorizationValue: '',
    });
    expect(await timeZoneOf(clients, 'device', AbortSignal.timeout(5_000))).toBeUndefined();
    expect(await timeZoneOf(clients, undefined, AbortSignal.timeout(5_000))).toBeUndefined();
  });
});
