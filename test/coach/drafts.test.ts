import type { Bank, Field } from '../../lambda/bank/types';
import type { Heard } from '../../lambda/coach/heard';
import { DRAFT_CLAIMS } from '../../tools/bank/drafts';
import { BANK, contextOf, NOBODY, type Played, turnOf } from './fixtures';

/** The same bank while nothing of its questions is written but what they ask. */
const unwritten = (field: Field): Field => ({
  ...field,
  questions: field.questions.map((question) => ({
    ...question,
    ...DRAFT_CLAIMS,
    draft: true,
    hint: '',
    why: '',
    sampleShort: '',
    sampleLong: '',
    followUps: [],
  })),
});

const DRAFTS: Bank = {
  ...BANK,
  field: (id) => {
    const field = BANK.field(id);
    return field && unwritten(field);
  },
};

const play = (...heard: readonly Heard[]): Played =>
  heard.reduce((before, each) => turnOf(before, each, { ...contextOf(before.turn), bank: DRAFTS }), NOBODY);

const LAUNCH: Heard = { kind: 'launch' };
const ONE: Heard = { kind: 'ask', filter: {} };
const ANSWER: Heard = { kind: 'answer', text: 'i stop the shredding' };
const YES: Heard = { kind: 'yes' };

test.each([
  ['hint', 'hint'],
  ['why', 'reason'],
  ['sample', 'sample'],
  ['long-sample', 'sample'],
] as const)('of a draft there is no %s, and that is said', (kind, what) => {
  expect(play(LAUNCH, ONE, { kind }).reply?.say).toContainEqual({ act: 'not-written', what });
});

describe('nothing of an answer to a draft is graded: whatever comes through of it leads to the self-check', () => {
  const checked = [LAUNCH, ONE, ANSWER, YES, YES] as const;

  test.each<[string, readonly Heard[]]>([
    ['of the first answer', [LAUNCH, ONE]],
    ['of what is added after a check', [...checked, { kind: 'add-more' }]],
  ])('%s', (_, before) => {
    const through: readonly Heard[] = [
      ANSWER,
      { kind: 'name', text: 'paper' },
      { kind: 'thats-all' },
      { kind: 'fallback' },
    ];
    for (const heard of through)
      expect(play(...before, heard).learner?.stage).toMatchObject({ at: 'checking', point: 0 });
  });

  test.each<Heard>([{ kind: 'no' }, { kind: 'dont-know' }])('"$kind" to what may be added, too', (heard) => {
    expect(play(...checked, { kind: 'add-more' }, heard).learner?.stage).toMatchObject({ at: 'checking', point: 0 });
  });
});
