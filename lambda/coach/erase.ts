import type { Act, Owner } from './acts';
import { asks, at, type Decision, type Draft, ends, type Reply, says, withoutSession } from './draft';
import { newPlay } from './fields';
import type { Me } from './kept';
import { type Erasure, type Learner, LOBBY, type Stage, steady } from './learner';
import { reask } from './reask';

type Erasing = Extract<Stage, { at: 'erasing' }>;
type Wish = 'delete-data' | 'reset' | 'reset-field' | 'reset-all';

/** Before anything is erased: what exactly, whose it is, and that it is for good. Nobody erases what is another person's. */
export function askErasing(d: Draft, stage: Stage, wish: Wish): Decision {
  const { whose } = d.c;
  if (whose === 'somebody-else') return reask(says(d, { act: 'not-yours' }));
  const what = erasureOf(d, wish);
  const asked = at(d, { at: 'erasing', from: steady(stage), what });
  if (what === 'which') return reask(asked);
  return reask(says(asked, what === 'data' ? { act: 'deletes-all', whose } : { act: 'reset-is-final' }));
}

/** With a single field there is nothing to choose. */
function erasureOf(d: Draft, wish: Wish): Erasing['what'] {
  const single = d.c.bank.fields().count === 1;
  switch (wish) {
    case 'delete-data':
      return 'data';
    case 'reset-all':
      return 'all';
    case 'reset':
      return single ? 'all' : 'which';
    case 'reset-field':
      return single ? 'all' : 'field';
  }
}

/** Erases what was agreed on. When that fails it is said, and offered once more. */
export function erase(d: Draft, stage: Erasing, what: Erasure, whose: Owner): Reply {
  const failure: Act = what === 'data' ? { act: 'not-deleted' } : { act: 'not-reset' };
  const failed = asks(says(at(d, stage), failure), { ask: 'erase-again' });
  return { ...erased(anew(d), what, whose), erases: { what, failed } };
}

function erased(d: Draft, what: Erasure, whose: Owner): Reply {
  switch (what) {
    case 'data':
      return ends(says(d, { act: 'deleted', whose }));
    case 'all': {
      const me = begunAnew(d.learner.me, d.c.key);
      return asks(says({ ...d, learner: { ...d.learner, me, unsaved: [] } }, { act: 'reset-done' }), { ask: 'start' });
    }
    case 'field': {
      const { plural } = d.field;
      const change = { marks: [], cards: [], open: null, reset: true } as const;
      return { ...asks(says(d, { act: 'reset-done', plural }), { ask: 'start' }), change };
    }
  }
}

/** Preferences without progress, of a new epoch: whatever is kept under the old one counts no more. */
export function begunAnew(me: Me, epoch: string): Me {
  const { streak: _, ...preferences } = me;
  return { ...preferences, epoch };
}

/** Nothing practised in the field, nothing on the table, nothing counted. */
function anew(d: Draft): Draft {
  const { field } = d.learner.play;
  const learner: Learner = {
    ...withoutSession(d).learner,
    play: { ...newPlay(field), reset: d.c.key },
    stage: LOBBY,
    tally: { questions: 0, said: 0, of: 0 },
    unsaved: d.learner.unsaved.filter((u) => u.field !== field),
  };
  return { ...d, learner };
}
