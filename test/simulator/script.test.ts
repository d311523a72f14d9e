import { parseLine, parseScript } from '../../simulator/script';

test.each([
  ['open interview rehearsal', { does: 'say', text: 'open interview rehearsal' }],
  ['(silence)', { does: 'silence' }],
  ['(end)', { does: 'end' }],
  ['(later 2d)', { does: 'later', ms: 172_800_000 }],
  ['(later 1h 30m)', { does: 'later', ms: 5_400_000 }],
  ['(touch next "page two")', { does: 'touch', args: ['next', 'page two'] }],
  ['(screen on)', { does: 'screen', on: true }],
  ['(screen off)', { does: 'screen', on: false }],
  ['(person Sam Lee)', { does: 'person', name: 'Sam Lee' }],
  ['(person none)', { does: 'person', name: undefined }],
  ['(device kitchen)', { does: 'device', name: 'kitchen' }],
  ['(permission reminders granted)', { does: 'permission', granted: true }],
  ['(permission reminders denied)', { does: 'permission', granted: false }],
  ['(service reminders slow)', { does: 'trouble', with: 'slow' }],
  ['(service reminders unsupported)', { does: 'trouble', with: 'unsupported' }],
  ['(timezone Europe/London)', { does: 'timezone', zone: 'Europe/London' }],
  ['(timezone refused)', { does: 'timezone', zone: undefined }],
  ['(service settings down)', { does: 'service', name: 'settings', up: false }],
  ['(service reminders up)', { does: 'service', name: 'reminders', up: true }],
  ['(service database down)', { does: 'service', name: 'database', up: false }],
  ['(skill disabled)', { does: 'skill-disabled' }],
  ['/intent AMAZON.YesIntent', { does: 'intent', name: 'AMAZON.YesIntent', slots: {} }],
  [
    '/intent QuestionIntent topic="legal holds" level="hard"',
    { does: 'intent', name: 'QuestionIntent', slots: { topic: 'legal holds', level: 'hard' } },
  ],
])('%s', (line, command) => {
  expect(parseLine(line)).toEqual(command);
});

test.each([
  ['(silence please)', /nothing follows/],
  ['(silence', /never closed/],
  ['(dance)', /no such control/],
  ['()', /no such control/],
  ['(later)', /a time like/],
  ['(later soon)', /a time like/],
  ['(later 2 days)', /a time like/],
  ['(later -2d)', /a time like/],
  ['(screen maybe)', /on or off/],
  ['(person)', /who speaks/],
  ['(device)', /which device/],
  ['(permission granted)', /\(permission reminders granted\|denied\)/],
  ['(timezone Mars)', /no time zone/],
  ['(timezone)', /no time zone/],
  ['(service radio down)', /settings, reminders and database/],
  ['(service database)', /\(service/],
  ['(skill enabled)', /\(skill disabled\)/],
  ['/intent', /\/intent NAME/],
  ['/intent QuestionIntent topic=privacy', /\/intent NAME/],
  ['/dance', /\/intent NAME/],
])('%s cannot be played', (line, why) => {
  expect(() => parseLine(line)).toThrow(why);
});

test('a script leaves out comments and empty lines and counts all of them', () => {
  const lines = parseScript('\uFEFF# a visit\r\nopen night sky\r\n\r\n  (silence)  \r\n# the end\r\n');
  expect(lines.map(({ number, text }) => [number, text])).toEqual([
    [2, 'open night sky'],
    [4, '(silence)'],
  ]);
});

test('a script names the line that cannot be played', () => {
  expect(() => parseScript('open night sky\n(later soon)')).toThrow('Line 2, (later soon): write a time like');
});
