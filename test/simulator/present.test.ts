import { boxed, understoodLine } from '../../simulator/present';
import { richShow } from '../../simulator/terminal/show';
import { quietTurn, type Turn } from '../../simulator/turn';

const hint: Turn = {
  ...quietTurn('give me a moment'),
  understood: { intent: 'ThinkIntent', slots: {}, by: 'sample' },
  ssml: '<speak>Take your time.<break time="10s"/>Ready?</speak>',
  open: true,
};

test('the chosen intent is told with its slots, and what they resolved to', () => {
  const slots = {
    topic: { type: 'TOPIC', value: 'privacy', matched: { id: 'privacy-confidentiality', name: 'privacy' } },
    field: { type: 'FIELD', value: 'dentist', matched: null },
    answer: { type: 'AMAZON.SearchQuery', value: 'check the hold' },
  };
  expect(understoodLine({ ...hint, understood: { intent: 'AskQuestionIntent', slots, by: 'overlap' } })).toBe(
    'AskQuestionIntent topic="privacy" → privacy-confidentiality field="dentist" (not on the list) answer="check the hold" (overlap)',
  );
  expect(understoodLine(quietTurn('(silence)'))).toBe('');
});

test('a card stands in a box no wider than the window', () => {
  const card = { title: 'A page', text: 'The National Archives on disposition\narchives.gov/x' };
  expect(boxed(card, 30)).toBe(
    [
      '┌──────────────────────────┐',
      '│ A page                   │',
      '│                          │',
      '│ The National Archives on │',
      '│ disposition              │',
      '│ archives.gov/x           │',
      '└──────────────────────────┘',
    ].join('\n'),
  );
});

test('away from a terminal a break takes no time; at one it is waited for until it is cut short', async () => {
  const shown: string[] = [];
  const screen = { out: (text: string) => shown.push(text), err: () => {}, lengthOf: () => 60_000 };
  await richShow(false, false, 80, screen).played({ turns: [hint] });
  expect(shown).toEqual(['  ThinkIntent (sample)', 'Take your time.', 'Ready?']);

  shown.length = 0;
  const live = richShow(true, true, 80, screen);
  const playing = live.played({ turns: [hint], note: '(done)' });
  await new Promise(setImmediate);
  expect(shown).toEqual(['\u001b[2m  ThinkIntent (sample)\u001b[22m', 'Take your time.']);
  live.skip();
  await playing;
  expect(shown.slice(2)).toEqual(['Ready?', '\u001b[2m(done)\u001b[22m']);
});
