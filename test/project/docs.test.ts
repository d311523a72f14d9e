import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../../tools/paths';
import { run } from '../operate/run';

// Each command is a process of its own, on a machine that may have other things to do.
jest.setTimeout(120_000);

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'bank/README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8');

const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(textOf('package.json')));

/** A command as a page names it. With a cloud behind it, it needs an account. */
interface Named {
  readonly page: string;
  readonly script: string;
  readonly account: boolean;
}

const COMMAND = /npm (?:run (?:--silent )?([\w:-]+)|(start|test))\b[^`\n]*`?( ☁)?/g;

const named: readonly Named[] = PAGES.flatMap((page) =>
  [...textOf(page).matchAll(COMMAND)].map(([, long, short, cloud]) => ({
    page,
    script: long ?? short ?? '',
    account: cloud !== undefined,
  })),
);

test('pages name commands', () => {
  expect(named.length).toBeGreaterThan(40);
});

test.each([...new Set(named.map(({ page, script }) => `${page}: ${script}`))])(
  '%s is a command of package.json',
  (said) => {
    expect(Object.keys(scripts)).toContain(said.split(': ')[1]);
  },
);

/** Commands that `npm test` runs as they are, or whose result it compares with what is committed. */
const BY_NPM_TEST = ['test', 'build', 'format', 'typecheck', 'model', 'synth', 'rehearse', 'faults', 'sbom'];

/** How the others are run: as the pages have them where that is cheap, and else by their help. */
const AS: Readonly<Record<string, readonly string[]>> = {
  start: ['--script', 'test/stories/first-time.txt', '--memory'],
  bank: ['stats'],
  feedback: ['--question', 'rt-disposition-destruction-001', '--answer', 'i check the schedule'],
  learner: ['show', '--data', 'no-such-folder'],
  mutate: ['--help'],
  serve: ['--help'],
  web: ['--help'],
  bench: ['--help'],
  calibrate: ['--help'],
  load: ['--help'],
  abuse: ['--help'],
  grade: ['--help'],
};

const onALaptop = [...new Set(named.filter(({ account }) => !account).map(({ script }) => script))];

test('every command that needs no account is run', () => {
  const needAccounts = named.filter(({ account }) => account).map(({ script }) => script);
  const run = [...BY_NPM_TEST, ...Object.keys(AS), 'doctor'];
  expect(onALaptop.filter((script) => !run.includes(script) && !needAccounts.includes(script))).toEqual([]);
});

test.each(Object.entries(AS))('npm run %s %j', async (script, args) => {
  const [tsx, tool = ''] = scripts[script]?.split(' ') ?? [];
  expect(tsx).toBe('tsx');
  const { code, out, err } = await run(tool, args);
  expect({ code, err }).toEqual({ code: 0, err: expect.not.stringContaining('Error') });
  expect(out).not.toBe('');
});

test('the doctor finds on a machine without an account what the pages promise, and ends with 1', async () => {
  const { code, out } = await run('tools/doctor.ts');
  expect(code).toBe(1);
  const promised = /`npm run doctor` \| says what is missing.*: (.*) \|/.exec(textOf('docs/operating.md'))?.[1] ?? '';
  expect(promised).not.toBe('');
  for (const need of promised.split(', ')) expect(out.toLowerCase()).toContain(need.toLowerCase());
});

test.each(['deploy', 'destroy', 'test:store'])('%s, which needs an account, has help', async (script) => {
  const { code, out } = await run(scripts[script]?.split(' ')[1] ?? '', ['--help']);
  expect(code).toBe(0);
  expect(out).toContain(`npm run ${script}`);
});

const links = PAGES.flatMap((page) =>
  [...textOf(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) => ({ page, target })),
);

test.each(links)('the link in $page to $target leads somewhere', ({ page, target }) => {
  expect(existsSync(join(ROOT, dirname(page), target))).toBe(true);
});
