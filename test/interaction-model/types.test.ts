import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AmazonIntent, IntentName, Slots, SlotsOf } from '../../interaction-model/intents';
import { EN } from '../../interaction-model/language/en';
import { type LanguageFile, samples } from '../../interaction-model/language/language';
import type { Locale, LocaleFile } from '../../interaction-model/locales';
import { ROOT } from '../../tools/paths';

type Handlers = { readonly [I in IntentName]: (slots: Slots<I>) => string };

/** Mistakes that the compiler has to refuse. Nobody calls this: it is compiled, and a directive above a line that compiles is an error. */
const mistakes = (handlers: Handlers): readonly unknown[] => {
  const { 'AMAZON.HelpIntent': help, ...withoutHelp } = handlers;
  const { HintIntent: hint, ...withoutHint } = EN.samples;
  const english = { language: EN, spelling: [] } as const;
  const four = { 'en-US': english, 'en-GB': english, 'en-CA': english, 'en-AU': english };
  return [
    // @ts-expect-error Amazon has no intent of this name
    'AMAZON.HelpHandler' satisfies AmazonIntent,

    { ...withoutHelp, 'AMAZON.HelpIntent': help } satisfies Handlers,
    // @ts-expect-error a handler is forgotten
    withoutHelp satisfies Handlers,
    // @ts-expect-error a built-in intent is misspelt
    { ...handlers, 'AMAZON.HlepIntent': help } satisfies Handlers,
    // @ts-expect-error an intent of ours is misspelt
    { ...handlers, HimtIntent: help } satisfies Handlers,

    { ...handlers, AskQuestionIntent: ({ topic }) => topic?.id ?? '' } satisfies Handlers,
    // @ts-expect-error a slot is misspelt
    { ...handlers, AskQuestionIntent: ({ topci }) => topci?.id ?? '' } satisfies Handlers,
    // @ts-expect-error an intent has no slots
    { ...handlers, HintIntent: ({ topic }) => topic?.id ?? '' } satisfies Handlers,
    'level' satisfies SlotsOf<'AskQuestionIntent'>,
    // @ts-expect-error the slot belongs to another intent
    'term' satisfies SlotsOf<'AskQuestionIntent'>,

    samples({ ExplainTermIntent: ['what is a {term}', 'explain that'] }),
    // @ts-expect-error a sample names a slot that its intent does not have
    samples({ ExplainTermIntent: ['what is a {temr}'] }),
    // @ts-expect-error samples for an intent that does not exist
    samples({ ExplanTermIntent: ['what is a {term}'] }),

    { ...EN, samples: { ...withoutHint, HintIntent: hint } } satisfies LanguageFile,
    // @ts-expect-error an intent has no samples
    { ...EN, samples: withoutHint } satisfies LanguageFile,

    { ...four, 'en-IN': english } satisfies Record<Locale, LocaleFile>,
    // @ts-expect-error a locale is missing
    four satisfies Record<Locale, LocaleFile>,
    // @ts-expect-error a locale has no language, and so no samples
    { ...four, 'en-IN': { spelling: [] } } satisfies Record<Locale, LocaleFile>,
  ];
};
void mistakes;

/** What the compiler says of this file with other text in it, under the project's settings. */
function compile(text: string): readonly string[] {
  const dir = mkdtempSync(join(tmpdir(), 'types-'));
  const settings = {
    extends: join(ROOT, 'tsconfig.json'),
    include: [],
    files: ['text.ts'],
    compilerOptions: { typeRoots: [join(ROOT, 'node_modules', '@types')] },
  };
  try {
    writeFileSync(join(dir, 'tsconfig.json'), JSON.stringify(settings));
    writeFileSync(join(dir, 'text.ts'), text.replaceAll("from '../../", `from '${ROOT}/`));
    const tsc = join(ROOT, 'node_modules', '.bin', 'tsc');
    const { stdout, error } = spawnSync(tsc, ['--noEmit', '-p', dir], { encoding: 'utf8' });
    if (error) throw error;
    return stdout.split('\n').filter((line) => line.includes('error TS'));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const lines = readFileSync(__filename, 'utf8').split('\n');
const directive = (line: string) => line.trim().startsWith('// @ts-expect-error');

test('no mistake in names, slots, samples or locales compiles', () => {
  expect(compile(lines.join('\n'))).toEqual([]);
});

test('each mistake is one that the compiler names', () => {
  const errors = compile(lines.filter((line) => !directive(line)).join('\n'));
  expect(errors).toHaveLength(lines.filter(directive).length);
});
