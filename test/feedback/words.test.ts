import { compilePhrase, isFiller, soundOf } from '../../lambda/feedback/phrase';
import { read } from '../../lambda/feedback/words';

describe('two ways to say the same compile to the same phrase', () => {
  test.each([
    ['organise', 'organize'],
    ['digitisation', 'digitization'],
    ['prioritising', 'prioritizing'],
    ['analysed', 'analyzed'],
    ['colour', 'color'],
    ['behavioural', 'behavioral'],
    ['catalogue', 'catalog'],
    ['cataloguing', 'cataloging'],
    ['dialogues', 'dialogs'],
    ['programme', 'program'],
    ['the data centre', 'the data center'],
    ['metres', 'meters'],
    ['labelled', 'labeled'],
    ['modelling', 'modeling'],
    ['cancelled', 'canceled'],
    ['defence', 'defense'],
    ['licence', 'license'],
    ['practising', 'practicing'],
    ['judgement', 'judgment'],
    ['mouldy', 'moldy'],
    ['artefacts', 'artifacts'],
    ['archaeology', 'archeology'],
    ['enquiries', 'inquiries'],
    ['thirty days', '30 days'],
    ['thirty five', '35'],
    ['a hundred', '100'],
    ['one hundred and five', '105'],
    ['three hundred', '300'],
    ['3 hundred', '300'],
    ['two thousand and four', '2,004'],
    ['twelve thousand five hundred', '12500'],
    ['twenty twenty four', '2024'],
    ['nineteen ninety nine', '1999'],
    ['one two', '1 2'],
    ["don't shred", 'do not shred'],
    ["won't shred", 'will not shred'],
    ['cannot shred', "can't shred"],
    ['dont shred', "don't shred"],
    ["the manager's box", 'the manager box'],
    ['the manager’s box', 'manager box'],
    ["I'd check", 'i would check'],
    ['Chain-of-Custody!', 'chain of custody'],
    ['p. d. f.', 'PDF'],
    ['f o i a request', 'foia request'],
    ['e-mail', 'email'],
    ['bar codes', 'barcode'],
    ['back it up', 'back up'],
    ['backups', 'back ups'],
    ['sign-off', 'signoff'],
    ['meta data', 'metadata'],
    ['data bases', 'databases'],
    ['web site', 'website'],
    ['work flow', 'workflow'],
    ['time stamps', 'timestamps'],
    ['check list', 'checklist'],
    ['spread sheet', 'spreadsheet'],
    ['life cycle', 'lifecycle'],
    ['micro film', 'microfilm'],
    ['micro fiche', 'microfiche'],
    ['file names', 'filenames'],
    ['paper work', 'paperwork'],
    ['time line', 'timeline'],
    ['dead lines', 'deadlines'],
    ['log book', 'logbook'],
    ['hand writing', 'handwriting'],
    ['on line', 'online'],
    ['on site', 'onsite'],
    ['off site', 'offsite'],
    ['no one', 'nobody'],
    ['clean up', 'cleanup'],
    ['looked up', 'lookup'],
    ['set up', 'setup'],
    ['follow up', 'followup'],
    ['picking up', 'pickups'],
    ['mix up', 'mixup'],
    ['signing out', 'signout'],
    ['check out', 'checkout'],
    ['hand off', 'handoff'],
    ['handed over', 'handover'],
    ['log in', 'login'],
    ['logging out', 'logout'],
    ['rolled out', 'rollout'],
    ['shut down', 'shutdown'],
    ['twenty one', '21'],
    ['twenty nine', '29'],
    ['twenty ten', '2010'],
    ['eighteen twelve', '1812'],
    ['six hundred thousand', '600000'],
    ['twelve and thirty', '12 and 30'],
    ['per cent', '%'],
    ['names & dates', 'names and dates'],
    ['résumé', 'resume'],
    ['destroying', 'destroyed'],
  ])('%s = %s', (one, other) => {
    expect(compilePhrase(one)).toBe(compilePhrase(other));
  });
});

describe('two things stay two', () => {
  test.each([
    ['destroy', 'destruction'],
    ['advise', 'adverse'],
    ['hardly', 'hard copy'],
    ['30', '13'],
    ['supervise', 'superb'],
    ['no one', 'one'],
    ['not', ''],
    ['rather', 'rather than'],
    ['may', 'must'],
    ['instead', 'instead of'],
    ['twenty ten', '30'],
    ['twenty zero', '20'],
  ])('%s ≠ %s', (one, other) => {
    expect(compilePhrase(one)).not.toBe(compilePhrase(other));
  });
});

test('a phrase is stems joined by blanks, fillers out', () => {
  expect(compilePhrase('I would check the retention schedules')).toBe('check retent schedul');
});

test.each(['the', 'my', 'our', 'this', 'some', 'any', "I'd", 'um', 'The', 'would', ''])('"%s" is a filler', (word) => {
  expect(isFiller(word)).toBe(true);
});

test.each(['not', 'never', 'no', "don't", 'without', 'schedule', 'until', 'once', 'anyway', '7'])(
  '"%s" is no filler',
  (word) => {
    expect(isFiller(word)).toBe(false);
  },
);

describe('sounds', () => {
  test.each([
    ['access control', 'excess cantrell'],
    ['retention', 'retain shun'],
    ['chain of custody', 'chain off custidy'],
    ['retention schedules', 'retention schedule'],
  ])('%s sounds like %s', (one, other) => {
    expect(soundOf(one)).toBe(soundOf(other));
    expect(soundOf(one)).not.toBe('');
  });

  test.each(['', 'a', 'box', 'file', 'audit', 'hold', 'schedule', 'eeeeeeee', '1234567', '日本語日本語'])(
    '"%s" is too short to be told by its sound',
    (text) => {
      expect(soundOf(text)).toBe('');
    },
  );
});

test('positions count real words over all pieces, and tokens keep the words as heard', () => {
  const { words, tokens } = read(["well I don't know", 'maybe thirty five days']);
  expect(words.map(({ word, at, piece }) => [word, at, piece])).toEqual([
    ['well', 0, 0],
    ['i', 1, 0],
    ["don't", 2, 0],
    ['know', 3, 0],
    ['maybe', 4, 1],
    ['thirty', 5, 1],
    ['five', 6, 1],
    ['days', 7, 1],
  ]);
  expect(tokens.map(({ stem, word, at }) => [stem, word, at])).toEqual([
    ['not', "don't", 2],
    ['know', 'know', 3],
    ['mayb', 'maybe', 4],
    ['35', 'thirty five', 5],
    ['day', 'days', 7],
  ]);
});
