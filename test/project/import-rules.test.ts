import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '../..');
const ROOMS = ['lambda', 'interaction-model', 'infra', 'simulator', 'tools'];

/** What may not be, and the rule that refuses it. */
const VIOLATIONS: readonly (readonly [rule: string, file: string, code: string])[] = [
  ['coach-is-pure', 'lambda/coach/planted.ts', "import 'node:fs';"],
  ['coach-is-pure', 'lambda/coach/planted.ts', "import 'ask-sdk-core';"],
  ['feedback-is-pure', 'lambda/feedback/planted.ts', "import '../coach/decide';"],
  ['bank-is-data', 'lambda/bank/planted.ts', "import 'node:fs';"],
  ['zod-in-the-schema-alone', 'lambda/turn/planted.ts', "import '../bank/schema';"],
  ['words-know-acts', 'lambda/speech/planted.ts', "import 'ask-sdk-core';"],
  ['turn-knows-ports', 'lambda/turn/planted.ts', "import '../adapters/dynamo/store';"],
  ['ports-are-shapes', 'lambda/ports/planted.ts', "import '@aws-sdk/client-dynamodb';"],
  ['alexa-speaks-alexa', 'lambda/alexa/planted.ts', "import '@aws-sdk/client-dynamodb';"],
  ['adapters-serve-ports', 'lambda/adapters/planted.ts', "import '../alexa/skill';"],
  ['model-is-typed-data', 'interaction-model/planted.ts', "import '../lambda/coach/decide';"],
  ['infra-deploys-what-was-built', 'infra/planted.ts', "import '../lambda/index';"],
  ['function-stands-alone', 'lambda/adapters/planted.ts', "import '../../simulator/clock';"],
  ['simulator-plays-what-was-built', 'simulator/planted.ts', "import '../lambda/coach/decide';"],
  ['nothing-leans-on-tests', 'tools/planted.ts', "import '../test/coach/fixtures';"],
  ['declared-packages-alone', 'lambda/adapters/planted.ts', "import 'dynalite';"],
  ['no-orphans', 'lambda/coach/planted.ts', 'export const lonely = 1;'],
  ['no-circles', 'tools/planted.ts', "import './planted-too';"],
];

const copy = mkdtempSync(join(tmpdir(), 'rooms-'));

beforeAll(() => {
  for (const room of [...ROOMS, 'test']) cpSync(join(ROOT, room), join(copy, room), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs'])
    cpSync(join(ROOT, file), join(copy, file));
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

interface Cruise {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[];
  };
}

function cruise(): Cruise['summary'] {
  const { stdout } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/.bin/depcruise'), '--config', '.dependency-cruiser.mjs', '-T', 'json', ...ROOMS],
    { cwd: copy, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  const parsed: Cruise = JSON.parse(stdout);
  return parsed.summary;
}

function planted(files: Readonly<Record<string, string>>): readonly string[] {
  const paths = Object.entries(files).map(([file, code]) => {
    const path = join(copy, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${code}\n`);
    return path;
  });
  const { violations } = cruise();
  for (const path of paths) rmSync(path);
  return violations.filter((v) => v.from.includes('planted')).map((v) => v.rule.name);
}

test('the rooms are read, and keep the rules', () => {
  const { totalCruised, violations } = cruise();
  expect(totalCruised).toBeGreaterThan(100);
  expect(violations).toEqual([]);
}, 60_000);

test('every planted violation is refused by its rule', () => {
  const files: Record<string, string> = { 'tools/planted-too.ts': "import './planted';" };
  const expected: string[] = [];
  for (const [i, [rule, file, code]] of VIOLATIONS.entries()) {
    const name = rule === 'no-circles' ? file : file.replace('planted', `planted-${i}`);
    files[name] = code;
    expected.push(rule);
  }
  const found = new Set(planted(files));
  expect(expected.filter((rule) => !found.has(rule))).toEqual([]);
}, 60_000);
