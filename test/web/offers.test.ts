import { offersFor } from '../../simulator/web/page/offers';

test.each<[string, readonly string[]]>([
  [
    "It's practice, not legal advice. Would you like one question, or a practice session?",
    ['one question', 'a practice session'],
  ],
  [
    'Would you like a sample answer, another try, or the next question?',
    ['a sample answer', 'another try', 'the next question'],
  ],
  ['Take your time. You can say hint, give me a moment, or skip.', ['hint', 'give me a moment', 'skip']],
  ['You were on question two of five. Shall we go on with it?', ['yes', 'no']],
  ["I've put a page in your Alexa app. Next question?", ['yes', 'no']],
  ['What do you check before you destroy a box of records?', ['hint', "that's all", 'skip', 'stop']],
  ['', ['hint', "that's all", 'skip', 'stop']],
])('after "%s" one may say %j', (speech, offers) => {
  expect(offersFor(speech)).toEqual(offers);
});
