import { nodeAt } from '../../tools/bench/node';
import { HELP, optionsOf, PARTS } from '../../tools/bench/options';

test('without options, everything is measured that takes no minutes', () => {
  expect(optionsOf([])).toEqual({
    parts: ['sizes', 'cold', 'warm', 'grader', 'decks', 'simulator'],
    runs: 20,
    turns: 2000,
    fields: 5000,
    help: false,
  });
});

test.each(PARTS)('%s can be measured alone, and the help tells of it', (part) => {
  expect(optionsOf(['--only', part]).parts).toEqual([part]);
  expect(HELP).toMatch(new RegExp(`^  ${part} +\\w`, 'm'));
});

test('several parts are measured in their own order, each once', () => {
  expect(optionsOf(['--only', 'warm', '--only=cold', '--only', 'warm']).parts).toEqual(['cold', 'warm']);
});

test.each([
  [['--only', 'size'], '--only takes sizes, cold, warm, grader, decks, simulator, scale or tests, not "size".'],
  [['--runs', '0'], '--runs takes a whole number from 1, not "0".'],
  [['--turns', '1.5'], '--turns takes a whole number from 1, not "1.5".'],
  [['--fields', 'many'], '--fields takes a whole number from 1, not "many".'],
  [['--sideways'], "Unknown option '--sideways'"],
])('%j is refused with a sentence', (args, sentence) => {
  expect(() => optionsOf(args)).toThrow(sentence);
});

test('fresh processes run on the Node of the benchmark, unless another one is named', async () => {
  expect(await nodeAt(undefined)).toEqual({ path: process.execPath, label: '' });
  expect(await nodeAt(process.execPath)).toEqual({
    path: process.execPath,
    label: ` on Node ${process.versions.node}`,
  });
});

test.each(['no-such-file', 'package.json', '/bin/true'])('%s is no Node', async (path) => {
  await expect(nodeAt(path)).rejects.toThrow(`--node takes the path of a Node binary, and ${path} is none.`);
});
