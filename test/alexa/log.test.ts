import { LOG_LEVELS, logFrom } from '../../lambda/alexa/log';

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

/** The levels that are written when logging begins at one. */
function writtenFrom(level: string | undefined): readonly unknown[] {
  const lines: string[] = [];
  const log = logFrom(level, (line) => lines.push(line));
  for (const at of LEVELS) log(at, 'turn');
  return lines.map((line) => JSON.parse(line).level);
}

test.each([
  ['debug', ['debug', 'info', 'warn', 'error']],
  ['info', ['info', 'warn', 'error']],
  ['warn', ['warn', 'error']],
  ['error', ['error']],
  ['silent', []],
])('from %s on', (level, written) => {
  expect(writtenFrom(level)).toEqual(written);
});

test.each([undefined, '', 'INFO', 'verbose', 'toString'])('%s counts as info', (level) => {
  expect(writtenFrom(level)).toEqual(writtenFrom('info'));
});

test('every level can be chosen', () => {
  expect(LOG_LEVELS).toEqual([...LEVELS, 'silent']);
});

test('a line is one object of JSON, whatever is in it', () => {
  const lines: string[] = [];
  logFrom('info', (line) => lines.push(line))('info', 'two\nlines', {
    text: '"quoted"\n\u2028',
    open: true,
    ms: 7,
    nothing: undefined,
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('\n');
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 'info',
    message: 'two\nlines',
    text: '"quoted"\n\u2028',
    open: true,
    ms: 7,
  });
});
