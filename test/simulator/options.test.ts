import { parseOptions, USAGE } from '../../simulator/terminal/options';

test('without options it is a listener in English, at the real time, with progress kept', () => {
  expect(parseOptions([])).toEqual({
    json: false,
    memory: false,
    screen: false,
    speak: false,
    help: false,
    user: 'listener',
    locale: 'en-US',
  });
});

test('every option of the help is understood', () => {
  const all = ['--script', '-', '--json', '--data', 'x', '--user', 'sam', '--locale', 'en-GB', '--screen', '--speak'];
  expect(parseOptions([...all, '--now', '2026-03-02T09:00:00Z'])).toEqual({
    script: '-',
    json: true,
    memory: false,
    data: 'x',
    user: 'sam',
    locale: 'en-GB',
    now: Date.UTC(2026, 2, 2, 9),
    screen: true,
    speak: true,
    help: false,
  });
  const named = USAGE.match(/--[a-z]+/g) ?? [];
  expect(new Set(named)).toEqual(
    new Set([...all.filter((word) => word.startsWith('--')), '--now', '--memory', '--help', '--silent']),
  );
});

test.each<[readonly string[], RegExp]>([
  [['--sing'], /^Unknown option '--sing'\. Run with --help/],
  [['hello'], /hello.*--help/],
  [['--user'], /--user.*--help/],
  [['--user', ''], /^--user needs a value\.$/],
  [['--script', ' '], /^--script needs a value\.$/],
  [['--now', 'yesterday'], /^--now yesterday is not a time; write one like 2026-03-02T09:00:00Z\.$/],
  [['--now', '2026-13-40'], /is not a time/],
  [['--memory', '--data', 'x'], /choose one\.$/],
])('%j is refused in a sentence', (args, why) => {
  expect(() => parseOptions(args)).toThrow(why);
});
