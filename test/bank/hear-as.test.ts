import { spawnSync } from 'node:child_process';
import { compileBank } from '../../tools/bank/compile';
import { cameBack } from '../../tools/bank/hear/came-back';
import { missingPackages } from '../../tools/bank/hear/machine';
import { termsOf } from '../../tools/bank/hear/terms';
import { edited, makeBank, TOPIC } from './fixture';

const ID = 'rt-legal-holds-004';
const bank = makeBank(edited(TOPIC, '[overrides, override,', '[the legal hold wins, overrides, override,'));
const { folders } = compileBank(bank.root);
const [compiled] = folders.flatMap(({ questions }) => questions);
if (!compiled) throw new Error('the example is gone');
afterAll(() => bank.remove());

describe('the terms that are spoken', () => {
  it('are those with heardAs and those of the glossary, within an example where one holds them', () => {
    expect(termsOf(compiled, folders, false).map(({ phrase, sentence }) => [phrase, sentence])).toEqual([
      ['destruction', 'i would stop the destruction right away'],
      ['the legal hold wins', 'they asked me about the legal hold wins'],
    ]);
  });

  it('are all of them when all are asked for', () => {
    const phrases = compiled.source.value.keyPoints.flatMap(({ slots }) => slots.flat());
    expect(termsOf(compiled, folders, true).length).toBeGreaterThan(phrases.length);
  });
});

describe('what comes back', () => {
  const [destruction] = termsOf(compiled, folders, false);
  if (!destruction) throw new Error('the example has lost its heardAs');

  it.each([
    ['i would stop the destruction right away', 'destruction', 'heard'],
    ['i would stop the disposal right away', 'disposal', 'heard'],
    ['i would stop this traction right away', 'this traction', 'heardAs'],
    ['i would stop the de struck shun right away', 'de struck shun', 'sound'],
    ['i would stop the instruction right away', 'instruction', 'lost'],
    ['right away', '', 'lost'],
    ['', '', 'lost'],
  ])('"%s": "%s" is %s', (heard, words, caught) => {
    expect(cameBack(compiled.question, destruction, heard)).toEqual({ words, caught });
  });
});

describe('hear-as', () => {
  const hearAs = (path?: string) => {
    const args = ['--import', 'tsx', 'tools/bank/main.ts', 'hear-as', ID, '--voice', 'flite', '--bank', bank.root];
    const env = { ...process.env, ...(path !== undefined && { PATH: path }) };
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
    return { status, stdout, stderr };
  };

  it('names the Debian packages where they are missing', () => {
    const { status, stdout, stderr } = hearAs('/nowhere');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(
      /^This needs the Debian packages flite, sox, pocketsphinx.*: sudo apt-get install flite sox /,
    );
  });

  it('shows for every rare term what recognition made of it, or what to install first', () => {
    const missing = missingPackages('flite');
    const { status, stdout, stderr } = hearAs();
    if (missing.length > 0) {
      expect(stderr).toContain(`sudo apt-get install ${missing.join(' ')}`);
      return;
    }
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^(?:heard|caught by|lost).* key point stop, slot 2: "destruction" → ".*"\n/);
    expect(stdout).toContain('"they asked me about the legal hold wins" → "');
  }, 120_000);
});
