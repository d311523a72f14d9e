import { LOG_LEVELS, logFrom } from '../../lambda/alexa/log';

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

/** The levels that are written when logging begins at one. */
function writtenFrom(level: string | undefined): readonly unknown[] {
  const lines: string[] = [];
  const log = logFrom({ level, write: (line) => lines.push(line) });
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
  logFrom({ level: 'info', write: (line) => lines.push(line) })('info', 'two\nlines', {
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

/** What is written of a line with numbers in it. */
function counting(level: string, stage: string | undefined): readonly unknown[] {
  const lines: string[] = [];
  logFrom({ level, stage, write: (line) => lines.push(line), now: () => 1_795_000_000_000 })(
    'info',
    'turn',
    { intent: 'HintIntent' },
    { Turns: 1, StoreTime: 1.5 },
  );
  return lines.map((line) => JSON.parse(line));
}

const NUMBERS = { level: 'info', message: 'turn', intent: 'HintIntent', Turns: 1, StoreTime: 1.5 };

test('where the function is deployed, numbers are metrics in the embedded format of CloudWatch', () => {
  expect(counting('info', 'prod')).toEqual([
    {
      ...NUMBERS,
      Stage: 'prod',
      _aws: {
        Timestamp: 1_795_000_000_000,
        CloudWatchMetrics: [
          {
            Namespace: 'InterviewRehearsal',
            Dimensions: [['Stage']],
            Metrics: [
              { Name: 'Turns', Unit: 'Count' },
              { Name: 'StoreTime', Unit: 'Milliseconds' },
            ],
          },
        ],
      },
    },
  ]);
});

test('on a laptop they are numbers', () => {
  expect(counting('info', undefined)).toEqual([NUMBERS]);
});

test.each([
  ['error', 'prod', 1],
  ['error', undefined, 0],
  ['silent', 'prod', 0],
] as const)('from %s on, in stage %s, %d lines with metrics are written', (level, stage, count) => {
  expect(counting(level, stage)).toHaveLength(count);
});
