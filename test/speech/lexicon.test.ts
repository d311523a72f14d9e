import fc from 'fast-check';
import { pronouncing } from '../../lambda/speech/lexicon';
import { ssml } from '../../lambda/speech/speak';
import { parseSsml, plainText } from '../../simulator/ssml';
import { compileBank } from '../../tools/bank/compile';

const LEXICON = compileBank('bank').source.lexicon.map(({ value }) => value);
const pronounce = pronouncing(LEXICON);
const said = (text: string) => ssml(text, 'medium', { pronounce });

test.each([
  ['HIPAA says so.', '<sub alias="hip-uh">HIPAA</sub> says so.'],
  ['Is it 36 CFR 1236?', 'Is it <sub alias="title thirty-six, part twelve thirty-six">36 CFR 1236</sub>?'],
  ['Under 36 CFR, yes.', 'Under <sub alias="title thirty-six">36 CFR</sub>, yes.'],
  [
    'Follow ISO 15489 or ISO.',
    'Follow <sub alias="I S O fifteen four eighty-nine">ISO 15489</sub> or <sub alias="I S O">ISO</sub>.',
  ],
  ['Two PDFs & a TIFF', 'Two <sub alias="P D Fs">PDFs</sub> &amp; a <sub alias="tiff">TIFF</sub>'],
  ['It is what it is, and us too.', 'It is what it is, and us too.'],
  ['FOIABLE ANARA', 'FOIABLE ANARA'],
])('%s', (text, marked) => expect(said(text)).toBe(`<speak>${marked}</speak>`));

test.each(['HIPAA', 'FOIA', 'FERPA', 'CLETS', 'NIBRS', 'NARA', 'ISO 15489', '36 CFR', 'FADGI', 'FRCP', 'NCIC'])(
  'the lexicon of the bank says %s in a way of its own, and a reader sees it as it is',
  (written) => {
    expect(said(`About ${written}.`)).toMatch(new RegExp(`<sub alias="[^"]+">${written}</sub>`));
    expect(plainText(said(`About ${written}.`))).toBe(`About ${written}.`);
  },
);

test('a rate goes around what is said otherwise', () => {
  expect(ssml('HIPAA.', 'slow', { pronounce })).toBe(
    '<speak><prosody rate="85%"><sub alias="hip-uh">HIPAA</sub>.</prosody></speak>',
  );
});

test('whatever is said, with a lexicon it stays valid SSML that reads the same', () => {
  const words = fc.array(
    fc.oneof(fc.constantFrom('ISO', '36 CFR 1236', '&', '<b>', 'a', "it's", 'PDFs', '"'), fc.string()),
  );
  fc.assert(
    fc.property(words, (some) => {
      const text = some.join(' ');
      expect(parseSsml(said(text))).not.toHaveProperty('fault');
      expect(plainText(said(text))).toBe(plainText(ssml(text, 'medium')));
    }),
  );
});
