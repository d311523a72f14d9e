import type { Heard } from '../../lambda/coach/heard';
import type { Unsaved } from '../../lambda/coach/learner';
import { type Played, play, TODAY, turnOf } from './fixtures';

const unsavedIn = (field: string, question: number): Unsaved => ({
  request: `r-${field}-${question}`,
  field,
  mark: { as: 'put-away', question, day: TODAY },
});

/** Somebody who asks for that to be erased while progress of two fields could not be saved yet, and says yes. */
function erasing(asks: Heard): Played {
  const before = play({ kind: 'launch' });
  if (before.learner === undefined) throw new Error('no conversation');
  const unsaved = [unsavedIn('clerk', 1), unsavedIn('archivist', 2), unsavedIn('clerk', 3)];
  return turnOf(turnOf({ ...before, learner: { ...before.learner, unsaved } }, asks), { kind: 'yes' });
}

test('what could not be saved of a field is gone with the field, and of other fields it stays', () => {
  expect(erasing({ kind: 'reset-field' }).learner?.unsaved).toEqual([unsavedIn('archivist', 2)]);
});
