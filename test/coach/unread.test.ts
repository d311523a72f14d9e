import { unread } from '../../lambda/coach/begin';
import type { Heard } from '../../lambda/coach/heard';
import type { Learner, Unsaved } from '../../lambda/coach/learner';
import { applyMark, type Mark } from '../../lambda/coach/schedule';
import { play, TODAY } from './fixtures';

const ONE: Heard = { kind: 'ask', filter: {} };
const rated = (question: number): Mark => ({
  as: 'rated',
  question,
  rating: 'good',
  day: TODAY,
  coverage: 80,
  missed: 0,
});
const inField = (field: string, question: number): Unsaved => ({
  request: `r-${field}-${question}`,
  field,
  mark: rated(question),
});

function learnerAfter(...heard: readonly Heard[]): Learner {
  const { learner } = play({ kind: 'launch' }, ...heard);
  if (learner === undefined) throw new Error('no conversation');
  return learner;
}

describe('of a deck that cannot be read, the session knows', () => {
  test('what it could not save, in this field', () => {
    const unsaved = [inField('clerk', 3), inField('archivist', 4), inField('clerk', 5)];
    const { adrift, play: now } = unread({ ...learnerAfter(), unsaved });
    expect(adrift).toBe(true);
    expect(now.deck).toEqual([applyMark(undefined, rated(3)), applyMark(undefined, rated(5))]);
  });

  test('the card on the table, as it is now', () => {
    const asked = learnerAfter(ONE, { kind: 'answer', text: 'i stop the shredding tell my boss and log it' });
    if (asked.stage.at !== 'reviewing') throw new Error('not reviewed');
    const { card, question } = asked.stage.table;
    const { play: now } = unread({ ...asked, unsaved: [inField('clerk', question)] });
    expect(card?.question).toBe(question);
    expect(now.deck).toEqual([card]);
  });

  test('nothing else', () => {
    expect(unread(learnerAfter()).play.deck).toEqual([]);
  });
});
