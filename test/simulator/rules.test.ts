import { parseReply } from '../../simulator/response';
import { broken } from '../../simulator/rules';
import { parseSsml, plainText } from '../../simulator/ssml';
import { fixtureModel } from './fixtures/model';
import { asks, closes } from './fixtures/planets';

const model = fixtureModel();
const faults = (json: object, intent?: string) => broken(parseReply(json), JSON.stringify(json), model, intent);
const consent = (more: object = {}) => ({
  type: 'Connections.StartConnection',
  uri: 'connection://AMAZON.AskForPermissionsConsent/2',
  input: { permissionScopes: [{ permissionScope: 'alexa::alerts:reminders:skill:readwrite' }] },
  ...more,
});
const handsOver = (directives: readonly object[], more: object = {}) => ({
  version: '1.0',
  response: { directives, ...more },
});
const elicit = (slotToElicit: string, name?: string) => ({
  directives: [
    { type: 'Dialog.ElicitSlot', slotToElicit, ...(name === undefined ? {} : { updatedIntent: { name, slots: {} } }) },
  ],
});

test.each<[string, object, string | undefined]>([
  ['a question and an open microphone', asks('Ready?'), undefined],
  ['a goodbye', closes('Bye.'), undefined],
  ['hands over to Alexa', { version: '1.0', response: { directives: [consent()] } }, undefined],
  ['elicits a slot of the intent at hand', asks('What?', elicit('answer')), 'AnswerIntent'],
])('nothing is said against a response that is %s', (_, json, intent) => {
  expect(faults(json, intent)).toEqual([]);
});

test.each<[string, object, RegExp]>([
  ['ends in a question with the microphone shut', closes('Ready?'), /ends in a question/],
  ['listens without a reprompt', asks('Ready?', { reprompt: undefined }), /no reprompt/],
  ['listens after nothing', asks('', {}), /nothing was said/],
  ['leaves the session undecided', asks('Ready?', { shouldEndSession: undefined }), /not set/],
  ['is too long', asks('Ready?', { filler: 'x'.repeat(130_000) }), /takes 122880/],
  ['says too much', asks(`${'word '.repeat(1700)}?`), /characters/],
  ['shows too much', asks('Ready?', { card: { type: 'Simple', title: 'T', content: 'x'.repeat(8000) } }), /card/],
  ['is quiet for too long', asks('<break time="6s"/> Ready <break time="6s"/>?'), /12 seconds/],
  ['plays too many files', asks(`${'<audio src="https://x/y.mp3"/>'.repeat(6)} Ready?`), /6 audio/],
  ['has broken SSML', asks('Salt & pepper?'), /bare &/],
  ['elicits for no intent', asks('What?', elicit('answer')), /no intent/],
  ['elicits outside the dialog model', asks('Where?', elicit('planet', 'TravelIntent')), /dialog model/],
  ['elicits a slot that is not there', asks('What?', elicit('colour', 'AnswerIntent')), /no slot colour/],
  ['updates an intent in part', asks('What?', elicit('answer', 'AnswerIntent')), /leaves out its slot answer/],
  [
    'elicits as it leaves',
    { version: '1.0', response: { shouldEndSession: true, ...elicit('answer', 'AnswerIntent') } },
    /ends/,
  ],
  ['hands over and closes the session', handsOver([consent()], { shouldEndSession: true }), /shouldEndSession is set/],
  ['hands over and listens', asks('Ready?', { directives: [consent()] }), /There is a reprompt/],
  ['hands over and elicits', handsOver([consent(), ...elicit('answer').directives]), /Other directives/],
  [
    'asks for another permission',
    handsOver([consent({ input: { permissionScopes: [] } })]),
    /not the one of the manifest/,
  ],
  ['hands over to nobody we know', handsOver([consent({ uri: 'connection://AMAZON.PrintPDF/1' })]), /PrintPDF/],
  ['delegates', asks('What?', { directives: [{ type: 'Dialog.Delegate' }] }), /does not play/],
])('a warning is given about a response that %s', (_, json, expected) => {
  expect(faults(json).join('\n')).toMatch(expected);
});

test.each([
  [
    '<speak>Hello <break time="500ms"/>there. <prosody rate="slow">Slowly,</prosody> now.</speak>',
    'Hello there. Slowly, now.',
  ],
  ['<speak><p>One.</p><p>Two &amp; three.</p></speak>', 'One. Two & three.'],
  ['<speak>The <sub alias="National Archives">NARA</sub> page</speak>', 'The NARA page'],
  ["<speak>It's &#39;fine&#x27;<break strength='strong'/></speak>", "It's 'fine'"],
])('%s reads as words', (ssml, text) => {
  expect(plainText(ssml)).toBe(text);
});

test('a substitute is what is heard, and not what is read', () => {
  expect(parseSsml('<speak>The <sub alias="nar-uh">NARA</sub> page.</speak>')).toEqual({
    pieces: [{ play: 'words', text: 'The nar-uh page.', written: 'The NARA page.' }],
  });
});

test('breaks and audio keep their place', () => {
  expect(parseSsml('<speak>Go. <break time="10s"/><audio src="https://a/b.mp3"/> Ready?</speak>')).toEqual({
    pieces: [
      { play: 'words', text: 'Go.' },
      { play: 'break', ms: 10_000 },
      { play: 'audio', src: 'https://a/b.mp3' },
      { play: 'words', text: 'Ready?' },
    ],
  });
});

test.each([
  ['Hello', /outside <speak>/],
  ['<speak>Hello', /never closed/],
  ['<speak>Hello</p></speak>', /not open/],
  ['<speak>a < b</speak>', /bare </],
  ['<speak>one</speak><speak>two</speak>', /not one <speak>/],
  ['<p>Hello</p>', /not one <speak>/],
  ['', /no <speak>/],
  ['<speak><break time=1s/></speak>', /broken tag/],
])('%j is no SSML', (ssml, expected) => {
  const parsed = parseSsml(ssml);
  expect('fault' in parsed && parsed.fault).toMatch(expected);
});
