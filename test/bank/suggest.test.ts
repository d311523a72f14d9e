import { compileBank } from '../../tools/bank/compile';
import { suggestionsFor } from '../../tools/bank/suggestions';
import { openWordNet } from '../../tools/bank/wordnet';
import { EXAMPLE, makeBank, TOPIC } from './fixture';
import { bankTool } from './tool';

const synonymsOf = openWordNet();

test.each([
  ['lawyer', 'attorney'],
  ['supervisor', undefined],
  ['destroy', 'ruin'],
  ['destroying', 'ruin'],
  ['notifies', 'apprise'],
  ['carry on', 'continue'],
  ['xyzzy', undefined],
])('a synonym of "%s" is %s', (word, synonym) => {
  const found = synonymsOf(word);
  if (synonym === undefined) expect(found).toEqual([]);
  else expect(found).toContain(synonym);
});

/** What is suggested for the first slot of the example when these are its synonyms. */
function suggested(synonyms: readonly string[], others: readonly string[] = []) {
  const bank = makeBank();
  const [compiled] = compileBank(bank.root).folders.flatMap(({ questions }) => questions);
  bank.remove();
  if (!compiled) throw new Error('the example is gone');
  return suggestionsFor(compiled, (word) => (word === 'stop' ? synonyms : []), others)[0]?.suggestions;
}

describe('a synonym is left out that the check would refuse or that changes nothing', () => {
  it.each([
    ['what is there', ['halt', 'halted']],
    ['what holds what is there', ['stop dead']],
    ['little words', ['of', 'to the']],
    ['what the question says', ['arrive']],
    ['names and marks', ['Stop', 'a.s.a.p.']],
  ])('%s', (_, synonyms) => expect(suggested(synonyms)).toEqual([]));

  it('two forms of one word count once', () => {
    expect(suggested(['discontinue', 'discontinues'])).toEqual([{ text: 'discontinue', elsewhere: 0 }]);
  });

  it('those that other answers say are counted', () => {
    expect(suggested(['cease'], ['they ceas to be', 'noth', 'ceas ceas'])).toEqual([{ text: 'cease', elsewhere: 2 }]);
  });
});

test('the command shows what to paste, and apart what other topics say', () => {
  const other = EXAMPLE.replaceAll('legal-holds', 'basics')
    .replace('name: legal holds', 'name: basics')
    .replace('aliases: [holds, litigation holds, preservation]', 'aliases: []')
    .replace("I'd stop first", 'I cease first');
  const bank = makeBank({ [TOPIC]: EXAMPLE, 'records-technician/topics/basics.yaml': other });
  const { code, out, err } = bankTool('suggest', 'rt-legal-holds-004', '--bank', bank.root);
  bank.remove();
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(
    /key point stop, slot 1: \[stop, halt, .*\]\n {2}to paste: .*discontinue.*\n {2}heard elsewhere: .*cease \(in 1 of 1\)/,
  );
});

test('a draft without key points has no slots', () => {
  const bank = makeBank({
    [TOPIC]: `${EXAMPLE}  - { id: rt-legal-holds-005, status: draft, level: entry, kind: knowledge, jurisdiction: general, asOf: 2026-11, ask: Why? }\n`,
  });
  const { code, err } = bankTool('suggest', 'rt-legal-holds-005', '--bank', bank.root);
  bank.remove();
  expect({ code, err }).toEqual({
    code: 2,
    err: 'rt-legal-holds-005 is a draft without key points: there is no slot to fill yet.',
  });
});
