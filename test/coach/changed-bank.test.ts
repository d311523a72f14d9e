import type { Heard } from '../../lambda/coach/heard';
import type { Learner, Stage } from '../../lambda/coach/learner';
import { BANK, contextOf, type Played, play, turnOf } from './fixtures';

/** A number that no question of the bank has: it was taken out after the session, or the day, had begun. */
const GONE = 999;
const inBank = (question: number): boolean =>
  BANK.field('clerk')?.questions.some(({ number }) => number === question) === true;

const LAUNCH: Heard = { kind: 'launch' };
const ONE: Heard = { kind: 'ask', filter: {} };
const PART: Heard = { kind: 'answer', text: 'i stop the shredding' };

const acts = ({ reply }: Played) => reply?.say.map(({ act }) => act);

function withStage(before: Played, change: (stage: Stage) => Stage): Played {
  const { learner } = before;
  if (learner === undefined) throw new Error('no conversation');
  const changed: Learner = { ...learner, stage: change(learner.stage) };
  return { ...before, learner: changed };
}

const onTable = (stage: Stage): Stage =>
  'table' in stage ? { ...stage, table: { ...stage.table, question: GONE } } : stage;

describe('a question that is gone from the bank while it is on the table', () => {
  test.each<[string, readonly Heard[], Heard]>([
    ['is not waited for', [LAUNCH, ONE], { kind: 'yes' }],
    ['is not waited for in the middle of an answer', [LAUNCH, ONE, PART], { kind: 'yes' }],
    ['is not tried again', [LAUNCH, ONE, PART, { kind: 'thats-all' }], { kind: 'yes' }],
  ])('%s: a yes brings another one', (_, heard, yes) => {
    const { learner } = turnOf(withStage(play(...heard), onTable), yes);
    const stage = learner?.stage;
    expect(stage?.at === 'asking' && inBank(stage.table.question)).toBe(true);
  });
});

describe('a conversation about a question that is gone from the bank', () => {
  test.each<[string, readonly Heard[], Heard]>([
    ['when help is asked for', [LAUNCH, ONE], { kind: 'help' }],
    ['when a hint is asked for', [LAUNCH, ONE, PART], { kind: 'hint' }],
  ])('goes on in the lobby %s', (_, heard, then) => {
    const { learner, reply } = turnOf(withStage(play(...heard), onTable), then);
    expect(learner?.stage).toMatchObject({ at: 'lobby', yes: 'question' });
    expect(reply?.ask).toBeDefined();
  });
});

describe('a question that was left open and is gone from the bank', () => {
  test.each<[string, boolean]>([
    ['before an answer', false],
    ['in the middle of an answer', true],
  ])('%s is not offered again', (_, begun) => {
    const left = play(LAUNCH, ONE, ...(begun ? [PART] : []));
    const kept = left.world.fields.clerk;
    if (kept?.open === undefined) throw new Error('nothing was left open');
    const fields = { clerk: { ...kept, open: { ...kept.open, question: GONE } } };
    const back = turnOf({ world: { ...left.world, fields }, turn: left.turn }, LAUNCH, contextOf(left.turn));
    expect(acts(back)).not.toContain('was-asked');
    expect(acts(back)).not.toContain('was-answering');
    expect(back.reply?.ask).toEqual({ ask: 'start' });
  });
});
