import { USAGE, webOptions } from '../../simulator/web/options';

test('without options it is at port 8080, with progress kept', () => {
  expect(webOptions([])).toEqual({ port: 8080, memory: false, user: 'listener', locale: 'en-US', help: false });
});

test('every option of the help is understood', () => {
  const all = ['--port', '0', '--data', 'x', '--user', 'sam', '--locale', 'en-GB', '--now', '2026-03-02T09:00:00Z'];
  expect(webOptions(all)).toEqual({
    port: 0,
    data: 'x',
    user: 'sam',
    locale: 'en-GB',
    now: Date.UTC(2026, 2, 2, 9),
    memory: false,
    help: false,
  });
  const named = USAGE.match(/--[a-z]+/g) ?? [];
  expect(new Set(named)).toEqual(new Set([...all.filter((word) => word.startsWith('--')), '--memory', '--help']));
});

test.each<[readonly string[], RegExp]>([
  [['--sing'], /^Unknown option '--sing'\. Run with --help/],
  [['--port', 'web'], /^--port web is no port/],
  [['--port', '70000'], /^--port 70000 is no port/],
  [['--user', ''], /^--user needs a value\.$/],
  [['--now', 'soon'], /^--now soon is not a time/],
  [['--memory', '--data', 'x'], /choose one/],
])('%j is refused in a sentence', (args, told) => {
  expect(() => webOptions(args)).toThrow(told);
});
