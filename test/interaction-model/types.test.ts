import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../tools/paths';

const MISTAKES = join(__dirname, 'must-not-compile.ts');

/** What the compiler says of one file, with the project's settings. */
function compile(file: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'types-'));
  const settings = {
    extends: join(ROOT, 'tsconfig.json'),
    include: [],
    files: [file],
    compilerOptions: { typeRoots: [join(ROOT, 'node_modules', '@types')] },
  };
  try {
    writeFileSync(join(dir, 'tsconfig.json'), JSON.stringify(settings));
    const tsc = join(ROOT, 'node_modules', '.bin', 'tsc');
    const { stdout, error } = spawnSync(tsc, ['--noEmit', '-p', dir], { encoding: 'utf8' });
    if (error) throw error;
    return stdout;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

test('no mistake in names, slots, samples or locales compiles', () => {
  expect(compile(MISTAKES)).toBe('');
});

test('each mistake is one that the compiler names', () => {
  const lines = readFileSync(MISTAKES, 'utf8').split('\n');
  const bare = join(__dirname, 'mistakes-without-directives.ts');
  try {
    writeFileSync(bare, lines.filter((line) => !line.includes('@ts-expect-error')).join('\n'));
    const errors = compile(bare)
      .split('\n')
      .filter((line) => line.includes('error TS'));
    expect(errors).toHaveLength(lines.filter((line) => line.trim().startsWith('// @ts-expect-error')).length);
  } finally {
    rmSync(bare, { force: true });
  }
});
