import { openSpeaker } from '../../simulator/open';
import { parseLine } from '../../simulator/script';
import { DIST } from '../../tools/paths';

const RENDER = 'Alexa.Presentation.APL.RenderDocument';

/** The directives of each turn. */
async function directivesOf(lines: readonly string[], screen: boolean): Promise<readonly (readonly string[])[]> {
  // The built skill reads its environment as it loads.
  jest.resetModules();
  const { speaker, close } = await openSpeaker({
    dist: DIST,
    user: 'sam',
    locale: 'en-US',
    timezone: 'UTC',
    screen,
    start: Date.parse('2026-11-24T17:00:00Z'),
    log: () => {},
  });
  try {
    const sent: (readonly string[])[] = [];
    for (const line of lines) {
      const { turns } = await speaker.play(parseLine(line), line);
      sent.push(turns.flatMap(({ directives }) => directives));
    }
    return sent;
  } finally {
    await close();
  }
}

const LINES = [
  'open interview rehearsal',
  'one question',
  'repeat',
  'slower',
  'give me a hint',
  'give me a hint',
  'send me the link',
];

test('nothing is drawn on a device without a screen', async () => {
  const sent = await directivesOf(LINES, false);
  expect(sent.flat().filter((type) => type.startsWith('Alexa.Presentation'))).toEqual([]);
});

test('what a screen shows already is not sent again', async () => {
  const sent = await directivesOf(LINES, true);
  expect(sent.map((types) => types.includes(RENDER))).toEqual([true, true, false, false, true, false, true]);
});

test('a session that silence ends on a screen goes on at the next launch, and is drawn anew', async () => {
  const lines = [
    'open interview rehearsal',
    'three questions',
    '(silence)',
    '(silence)',
    'open interview rehearsal',
    'yes',
  ];
  const sent = await directivesOf(lines, true);
  expect(sent.map((types) => types.includes(RENDER))).toEqual([true, true, false, false, true, true]);
});
