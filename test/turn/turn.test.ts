import { dynamoStore } from '../../lambda/adapters/dynamo/store';
import type { Heard } from '../../lambda/coach/heard';
import { type Bench, benchOn, clientOf, type Engine, inMemory } from '../contracts/engine';
import { lossyLineTo } from '../contracts/lossy';
import {
  acts,
  answer,
  asked,
  type Device,
  down,
  FULL,
  fated,
  type Household,
  household,
  LAUNCH,
  losesOne,
  ONE,
  PART,
} from './household';

const SKIP: Heard = { kind: 'skip' };
const NEXT: Heard = { kind: 'next' };
const DONE: Heard = { kind: 'thats-all' };
const HINT: Heard = { kind: 'hint' };
const DID_SAY: Heard = { kind: 'did-say' };
const YES: Heard = { kind: 'yes' };
const ELSEWHERE: Heard = { kind: 'switch-field', field: 'archivist' };

let engine: Engine;
let bench: Bench;
beforeAll(async () => {
  engine = await inMemory();
  bench = await benchOn(engine);
});
afterAll(() => bench.close());

let home: Household;
let speaker: Device;
beforeEach(() => {
  home = household(bench);
  speaker = home.device();
});

const ENDED: Heard = { kind: 'ended' };
const cards = async (field?: string) => (await home.kept(field))?.cards ?? [];
const attempts = async (field?: string) => (await cards(field)).map((c) => [c.question, c.attempts]);

describe('what a turn costs', () => {
  test.each<[string, readonly Heard[], { read: number; write: number }]>([
    ['a new learner begins with one write', [LAUNCH], { read: 1, write: 1 }],
    ['a question is written, from what the launch took along', [LAUNCH, ONE], { read: 0, write: 1 }],
    ['a hint costs nothing', [LAUNCH, ONE, HINT], { read: 0, write: 0 }],
    ['help costs nothing', [LAUNCH, ONE, { kind: 'help' }], { read: 0, write: 0 }],
    ['a piece of an answer is written', [LAUNCH, ONE, PART], { read: 0, write: 1 }],
    ['a graded answer is written', [LAUNCH, ONE, FULL], { read: 0, write: 1 }],
    ['a point that counts after all is written', [LAUNCH, ONE, PART, DONE, DID_SAY], { read: 0, write: 1 }],
    ['the next question is written', [LAUNCH, ONE, FULL, NEXT], { read: 0, write: 1 }],
    ['a skipped question is written with the next', [LAUNCH, ONE, SKIP], { read: 0, write: 1 }],
    ['a narrower question reads', [LAUNCH, { kind: 'ask', filter: { topic: 'people' } }], { read: 1, write: 1 }],
    ['a preference is written', [LAUNCH, { kind: 'slower' }], { read: 0, write: 1 }],
    ['the end of a session costs nothing', [LAUNCH, ONE, { kind: 'ended' }], { read: 0, write: 0 }],
    ['the end of the first session with an answer counts the day', [LAUNCH, ONE, FULL, ENDED], { read: 0, write: 1 }],
    [
      'the day is counted once',
      [LAUNCH, ONE, FULL, ENDED, LAUNCH, ONE, FULL, ENDED, LAUNCH, ONE, FULL, ENDED],
      { read: 0, write: 0 },
    ],
    ['somebody known is greeted for one read', [LAUNCH, LAUNCH, LAUNCH, LAUNCH], { read: 1, write: 0 }],
    ['a first question without a launch begins the learner, too', [ONE], { read: 1, write: 2 }],
  ])('%s', async (_, heard, calls) => {
    expect((await speaker.hears(...heard)).calls).toEqual(calls);
  });
});

describe('what a turn keeps', () => {
  test('a new learner, and no field yet', async () => {
    await speaker.say(LAUNCH);
    expect(await home.store.load(home.who, home.now)).toMatchObject({
      me: { launches: 1, field: 'clerk' },
      fields: {},
    });
  });

  test('the question that was asked, open and held by the session', async () => {
    const turned = await speaker.hears(LAUNCH, ONE);
    expect((await home.kept())?.open).toEqual({
      question: asked(turned),
      at: home.now,
      holder: turned.request.session,
      heard: 0,
      begun: false,
      flagged: false,
    });
  });

  test('the points of a piece, never its words', async () => {
    await speaker.hears(LAUNCH, ONE, PART);
    expect((await home.kept())?.open).toMatchObject({ begun: true, heard: 0b001 });
    expect(JSON.stringify(await bench.items(home.who))).not.toContain('shredding');
  });

  test('an answer that was graded, once, and the question is closed', async () => {
    const turned = await speaker.hears(LAUNCH, ONE);
    await speaker.say(FULL);
    const kept = await home.kept();
    expect(kept?.cards).toMatchObject([{ question: asked(turned), attempts: 1, best: 100, missed: 0 }]);
    expect(kept).not.toHaveProperty('open');
  });

  test('the version of every turn goes up by one', async () => {
    await speaker.hears(LAUNCH, ONE, PART, DONE, DID_SAY, NEXT);
    expect((await home.kept())?.version).toBe(5);
    expect(speaker.learner().play.version).toBe(5);
  });
});

describe('the same request delivered twice', () => {
  const ways: Readonly<Record<string, readonly Heard[]>> = {
    'the first launch': [LAUNCH],
    'a launch of somebody known': [LAUNCH, LAUNCH, LAUNCH, LAUNCH],
    'a launch that offers to go on': [LAUNCH, LAUNCH, LAUNCH, ONE, LAUNCH],
    'a first question without a launch': [ONE],
    'a question': [LAUNCH, ONE],
    'a narrower question': [LAUNCH, { kind: 'ask', filter: { topic: 'people' } }],
    'a narrower question that only one fits': [LAUNCH, { kind: 'ask', filter: { level: 'senior' } }],
    'a question of another field': [LAUNCH, { kind: 'ask', filter: {}, field: 'archivist' }],
    'a first piece': [LAUNCH, ONE, PART],
    'a second piece': [LAUNCH, ONE, PART, answer('well let me think')],
    'an answer': [LAUNCH, ONE, FULL],
    'an answer in pieces': [LAUNCH, ONE, PART, DONE],
    'an override': [LAUNCH, ONE, PART, DONE, DID_SAY],
    'another try': [LAUNCH, ONE, PART, DONE, { kind: 'try-again' }],
    'the answer to another try': [LAUNCH, ONE, PART, DONE, { kind: 'try-again' }, FULL],
    'a skip': [LAUNCH, ONE, SKIP],
    'a skip when the hand is empty': [LAUNCH, ONE, SKIP, SKIP, SKIP, SKIP],
    'a skip between two that fit': [LAUNCH, { kind: 'ask', filter: { topic: 'holds' } }, SKIP, SKIP],
    'a skip back and forth': [LAUNCH, { kind: 'ask', filter: { topic: 'holds' } }, SKIP, SKIP, SKIP],
    'the next question': [LAUNCH, ONE, FULL, NEXT],
    'the next question after a piece': [LAUNCH, ONE, PART, NEXT],
    'the next question after a piece, the hand empty': [LAUNCH, ONE, SKIP, SKIP, SKIP, PART, NEXT],
    'giving up': [LAUNCH, ONE, { kind: 'dont-know' }],
    'a self-check': [LAUNCH, ONE, { kind: 'self-check' }, { kind: 'all-points' }],
    'a way back': [LAUNCH, ONE, FULL, NEXT, { kind: 'back' }],
    'leaving for another field': [LAUNCH, ONE, PART, ELSEWHERE, YES],
    'leaving for a question of another field': [LAUNCH, ONE, { kind: 'ask', filter: {}, field: 'archivist' }, YES],
    slower: [LAUNCH, { kind: 'slower' }],
    'the end': [LAUNCH, ONE, PART, { kind: 'ended' }],
  };

  test.each(Object.entries(ways))('%s: the same reply, and it counts once', async (_, heard) => {
    const once = await speaker.hears(...heard);
    const kept = await home.store.load(home.who, home.now);
    const twice = await speaker.repeats(once);
    expect(twice.reply.say).toEqual(once.reply.say);
    expect(twice.reply.ask).toEqual(once.reply.ask);
    expect(twice.reply.learner.stage).toEqual(once.reply.learner.stage);
    expect(twice.reply.learner.tally).toEqual(once.reply.learner.tally);
    expect(twice.reply.learner.play.version).toBe(once.reply.learner.play.version);
    expect(await home.store.load(home.who, home.now)).toEqual(kept);
  });

  test.each(Object.entries(ways))('%s, both at once: the same reply, and it counts once', async (_, heard) => {
    const before = heard.slice(0, -1);
    if (before.length > 0) await speaker.hears(...before);
    const [one, other] = await speaker.saysTwice(heard.at(-1) ?? LAUNCH);
    expect(other.reply.say).toEqual(one.reply.say);
    expect(other.reply.ask).toEqual(one.reply.ask);
    const { fields, me } = await home.store.load(home.who, home.now);
    expect(me?.launches).toBe(
      heard.filter((h) => h === LAUNCH).length > 3 ? 3 : heard.filter((h) => h === LAUNCH).length,
    );
    for (const [field, item] of Object.entries(fields)) {
      for (const card of item.cards) expect(card.attempts).toBeLessThanOrEqual(1);
      const { play, stage } = one.reply.learner;
      if (stage.at === 'asking' && play.field === field) expect(item.open?.question).toBe(stage.table.question);
    }
  });

  test('an override after it counts on the same result', async () => {
    const turned = await speaker.hears(LAUNCH, ONE, PART, DONE);
    speaker.takes(await speaker.repeats(turned));
    await speaker.say(DID_SAY);
    expect(await cards()).toMatchObject([{ attempts: 1, best: 75 }]);
  });
});

describe('when the answer of a write is lost', () => {
  test.each<[string, readonly Heard[], 'begin' | 'saveField']>([
    ['the beginning', [LAUNCH], 'begin'],
    ['a question', [LAUNCH, ONE], 'saveField'],
    ['an answer', [LAUNCH, ONE, FULL], 'saveField'],
  ])('%s counts once', async (_, heard, method) => {
    const before = heard.slice(0, -1);
    if (before.length > 0) await speaker.hears(...before);
    const turned = await speaker.say(heard.at(-1) ?? LAUNCH, losesOne(method));
    expect(acts(turned)).toContain('not-saved');
    await speaker.hears(ONE, FULL, NEXT);
    expect(speaker.learner()).toMatchObject({ adrift: false, unsaved: [], begun: true });
    const { me } = await home.store.load(home.who, home.now);
    expect(me?.launches).toBe(1);
    for (const [, n] of await attempts()) expect(n).toBeLessThanOrEqual(1);
  });

  test('and the connection sends it again, it counts once, and nobody notices', async () => {
    const line = await lossyLineTo(engine.endpoint());
    const client = clientOf(line.endpoint);
    const wrapped = () => dynamoStore({ client, table: bench.table });
    try {
      line.loseNextAnswer();
      const launched = await speaker.say(LAUNCH, wrapped);
      line.loseNextAnswer();
      const first = await speaker.say(ONE, wrapped);
      line.loseNextAnswer();
      const graded = await speaker.say(FULL, wrapped);
      expect(line.answersLost()).toBe(3);
      expect(acts(launched)).toEqual(['welcome']);
      expect([...acts(first), ...acts(graded)]).not.toContain('not-saved');
      expect(await attempts()).toEqual([[asked(first), 1]]);
      expect((await home.kept())?.version).toBe(2);
    } finally {
      client.destroy();
      await line.close();
    }
  });
});

describe('two devices of one household', () => {
  let other: Device;
  beforeEach(() => {
    other = home.device();
  });

  test('answer at once, and both answers count', async () => {
    const mine = await speaker.hears(LAUNCH, ONE);
    const theirs = await other.hears(LAUNCH, { kind: 'no' }, ONE);
    await Promise.all([speaker.say(FULL), other.say(FULL)]);
    expect(await attempts()).toEqual([asked(mine), asked(theirs)].sort().map((question) => [question, 1]));
  });

  test('launch at once, and one learner begins', async () => {
    await Promise.all([speaker.say(LAUNCH), other.say(LAUNCH)]);
    await speaker.hears(ONE, FULL);
    await other.hears(NEXT, FULL);
    expect(speaker.learner().me.epoch).toBe(other.learner().me.epoch);
    expect(await attempts()).toHaveLength(2);
  });

  test('answer the same question, and the second answer only adds to the first', async () => {
    const mine = await speaker.hears(LAUNCH, ONE);
    await other.hears(LAUNCH, YES, PART, DONE);
    await speaker.say(FULL);
    expect(await cards()).toMatchObject([{ question: asked(mine), attempts: 1, best: 100, missed: 0 }]);
  });

  test('and an override never touches what the other one rated', async () => {
    await speaker.hears(LAUNCH, ONE);
    await other.hears(LAUNCH, YES, FULL);
    const rated = await cards();
    await speaker.hears(PART, DONE, DID_SAY);
    expect(await cards()).toEqual(rated);
  });

  test('resuming takes the open question over', async () => {
    const mine = await speaker.hears(LAUNCH, ONE, PART, { kind: 'ended' });
    expect(mine.reply.ask).toBeUndefined();
    const first = await speaker.hears(LAUNCH, NEXT);
    const resumed = await other.hears(LAUNCH, YES);
    expect(asked(resumed)).toBe(asked(first));
    expect((await home.kept())?.open?.holder).toBe(resumed.request.session);
  });

  test('only the holder clears the open question', async () => {
    await speaker.hears(LAUNCH, ONE);
    const resumed = await other.hears(LAUNCH, YES);
    await speaker.say(FULL);
    expect((await home.kept())?.open).toMatchObject({ question: asked(resumed), holder: resumed.request.session });
    await other.say(FULL);
    expect(await home.kept()).not.toHaveProperty('open');
  });

  test('going on to the next question leaves the one that the other device is at', async () => {
    await speaker.hears(LAUNCH, ONE, FULL);
    const theirs = await other.hears(LAUNCH, ONE, PART);
    const open = (await home.kept())?.open;
    const mine = await speaker.say(NEXT);
    await speaker.say(SKIP);
    expect((await home.kept())?.open).toEqual(open);
    expect(theirs.reply.learner.stage).toMatchObject({ table: { question: open?.question } });
    expect(asked(mine)).not.toBe(open?.question);
    expect(await attempts()).toContainEqual([asked(mine), 0]);
  });

  test('going back finds the card as the other device left it', async () => {
    const skipped = asked(await speaker.hears(LAUNCH, ONE));
    await speaker.say(SKIP);
    await other.hears(LAUNCH, { kind: 'no' }, ONE);
    // The other device comes to the question that was skipped here.
    while (other.learner().stage.at === 'asking' && asked({ ...(await other.say(SKIP)) }) !== skipped);
    await other.say(PART);
    await other.say(DONE);
    await speaker.hears({ kind: 'back' }, FULL);
    expect((await cards()).find((c) => c.question === skipped)).toMatchObject({ attempts: 1, best: 100 });
  });
});

describe('two fields', () => {
  test('count apart, also when a question of another field is asked from a review', async () => {
    const first = asked(await speaker.hears(LAUNCH, ONE));
    await speaker.say(FULL);
    await speaker.say({ kind: 'ask', filter: {}, field: 'archivist' });
    const { play } = speaker.learner();
    expect([play.field, play.before]).toEqual(['archivist', undefined]);
    await speaker.hears({ kind: 'back' }, FULL);
    expect(await attempts()).toEqual([[first, 1]]);
    expect((await attempts('archivist')).map(([, n]) => n)).toEqual([1]);
  });

  test('a question of another field that was confirmed is the one that was asked for', async () => {
    const want: Heard = { kind: 'ask', filter: { topic: 'people' }, field: 'archivist' };
    const turned = await speaker.hears(LAUNCH, ONE, FULL, { kind: 'self-check' }, want, YES);
    expect([6, 7, 8, 9, 10]).toContain(asked(turned));
    expect(speaker.learner().play).toMatchObject({ field: 'archivist', filter: { topic: 'people' } });
  });

  test('results that could not be kept in one are kept from the other', async () => {
    const first = asked(await speaker.hears(LAUNCH, ONE));
    await speaker.say(FULL, down);
    await speaker.say(ELSEWHERE, down);
    const second = asked(await speaker.hears(NEXT));
    await speaker.say(FULL);
    expect(await attempts()).toEqual([[first, 1]]);
    expect(await attempts('archivist')).toEqual([[second, 1]]);
    expect(await home.kept()).not.toHaveProperty('open');
    expect(speaker.learner().unsaved).toEqual([]);
    expect((await speaker.say(HINT)).calls).toEqual({ read: 0, write: 0 });
  });
});

describe('a learner who is deleted in the middle of a session', () => {
  test.each<[string, readonly Heard[], Heard]>([
    ['answers', [LAUNCH, ONE], FULL],
    ['asks for the next question', [LAUNCH, ONE, FULL], NEXT],
    ['asks for a question that needs reading', [LAUNCH, ONE, FULL], { kind: 'ask', filter: { topic: 'people' } }],
    ['asks for a first question in a field', [LAUNCH, ONE, FULL], { kind: 'ask', filter: {}, field: 'archivist' }],
    ['asks for a first question', [LAUNCH], { kind: 'ask', filter: { topic: 'people' } }],
    ['overrides', [LAUNCH, ONE, PART, DONE], DID_SAY],
    ['changes a preference', [LAUNCH, ONE], { kind: 'slower' }],
    ['goes away', [LAUNCH, ONE, PART], { kind: 'ended' }],
  ])('and %s is told so, and nothing comes back', async (_, before, heard) => {
    await speaker.hears(...before);
    await home.deleted();
    const turned = await speaker.say(heard);
    expect(acts(turned)).toEqual(['forgotten']);
    expect(turned.reply.ask).toBeUndefined();
    expect(await bench.items(home.who)).toEqual([]);
  });

  test('and began anew elsewhere leaves the new beginning alone', async () => {
    await speaker.hears(LAUNCH, ONE, PART);
    await home.deleted();
    const other = home.device();
    const turned = await other.hears(LAUNCH, ONE);
    const kept = await home.store.load(home.who, home.now);
    expect(acts(await speaker.say(FULL))).toEqual(['forgotten']);
    expect(await home.store.load(home.who, home.now)).toEqual(kept);
    await other.say(FULL);
    expect(await attempts()).toEqual([[asked(turned), 1]]);
  });

  test('does not stop who began anew, though a late first write stands in the way', async () => {
    await speaker.say(LAUNCH);
    await home.deleted();
    const other = home.device();
    await other.say(LAUNCH);
    await speaker.say(ONE);
    const turned = await other.say(ONE);
    expect(acts(turned)).not.toContain('not-saved');
    await other.say(FULL);
    expect(await attempts()).toEqual([[asked(turned), 1]]);
    expect(acts(await speaker.say(FULL))).toEqual(['forgotten']);
  });

  test('carries no results into the next life', async () => {
    await speaker.hears(LAUNCH, ONE);
    await speaker.say(FULL, down);
    await home.deleted();
    expect(acts(await speaker.say(NEXT))).toEqual(['forgotten']);
    await home.device().hears(LAUNCH, ONE);
    expect(await attempts()).toEqual([]);
  });
});

describe('while the store is down', () => {
  test('the session goes on and says so once', async () => {
    await speaker.say(LAUNCH);
    const turns = [];
    for (const heard of [ONE, PART, DONE, DID_SAY, NEXT, FULL]) turns.push(await speaker.say(heard, down));
    expect(turns.map((turned) => acts(turned).includes('not-saved'))).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(turns.every(({ reply }) => reply.ask !== undefined)).toBe(true);
    expect(await home.kept()).toBeUndefined();
  });

  test('results travel along and are written with the next turn that gets through, once', async () => {
    await speaker.hears(LAUNCH, ONE, FULL);
    const [first = 0] = (await cards()).map((c) => c.question);
    const second = asked(await speaker.say(NEXT, down));
    await speaker.say(PART, down);
    await speaker.say(DONE, down);
    await speaker.say(DID_SAY, down);
    const third = asked(await speaker.say(NEXT, down));
    await speaker.say(SKIP, down);
    const hinted = await speaker.say(HINT);
    expect(hinted.calls).toEqual({ read: 1, write: 1 });
    expect((await attempts()).sort()).toEqual(
      [
        [first, 1],
        [second, 1],
        [third, 0],
      ].sort(),
    );
    expect((await cards()).find((c) => c.question === second)).toMatchObject({ best: 75, missed: 0b100 });
    expect(speaker.learner().unsaved).toEqual([]);
    expect((await speaker.say(HINT)).calls).toEqual({ read: 0, write: 0 });
    await speaker.repeats(hinted);
    expect((await attempts()).sort()).toEqual(
      [
        [first, 1],
        [second, 1],
        [third, 0],
      ].sort(),
    );
  });

  test('an answer that had begun before is rated once, by what was said at last', async () => {
    const question = asked(await speaker.hears(LAUNCH, ONE));
    await speaker.say(PART);
    await speaker.say(FULL, down);
    await speaker.say(NEXT);
    expect((await cards()).filter((c) => c.question === question)).toMatchObject([{ attempts: 1, best: 100 }]);
    expect(speaker.learner().tally.questions).toBe(1);
  });

  test('the question that it was about does not stay open', async () => {
    await speaker.hears(LAUNCH, ONE, PART);
    await speaker.say(FULL, down);
    await speaker.say(HINT);
    expect(await home.kept()).not.toHaveProperty('open');
    expect(acts(await speaker.say(LAUNCH))).toEqual(['welcome-back']);
  });

  test('a new listener is served, and begins when a turn gets through', async () => {
    const launched = await speaker.say(LAUNCH, down);
    expect(acts(launched)).toEqual(['not-saved', 'welcome-back']);
    const question = asked(await speaker.say(ONE, down));
    await speaker.say(FULL, down);
    await speaker.say(NEXT);
    expect(await attempts()).toContainEqual([question, 1]);
  });

  test('somebody known keeps what was kept', async () => {
    const first = asked(await speaker.hears(LAUNCH, ONE));
    await speaker.hears(FULL, { kind: 'slower' });
    const { me } = await home.store.load(home.who, home.now);
    await speaker.say(LAUNCH, down);
    await speaker.say(ONE, down);
    await speaker.say(FULL, down);
    await speaker.say(NEXT);
    expect((await home.store.load(home.who, home.now)).me).toEqual(me);
    expect((await attempts()).find(([question]) => question === first)?.[1]).toBeGreaterThanOrEqual(1);
    expect(speaker.learner().me).toEqual(me);
  });

  test('only for the write, the answer counts once when the request comes again', async () => {
    await speaker.hears(LAUNCH, ONE);
    const refused = await speaker.say(
      FULL,
      fated((method) => (method === 'saveField' ? 'refused' : 'through')),
    );
    await speaker.repeats(refused);
    await speaker.say(NEXT);
    expect((await attempts()).filter(([, n]) => n !== 0).map(([, n]) => n)).toEqual([1]);
  });
});

describe('what a newer version of the skill has written', () => {
  test.each([['me'], ['field']])('is never written over: %s', async (which) => {
    await speaker.hears(LAUNCH, ONE);
    const items = await bench.items(home.who);
    const item = items.find(({ sk }) => sk?.S?.includes(which === 'me' ? '#me' : '#field')) ?? {};
    const key = { pk: item.pk?.S ?? '', sk: item.sk?.S ?? '' };
    await bench.put(key, { ...item, schema: { N: '99' } });
    const newer = await bench.items(home.who);
    const turned = await speaker.say(which === 'me' ? { kind: 'slower' } : FULL);
    expect(acts(turned)[0]).toBe('newer-kept');
    const launched = await speaker.say(LAUNCH);
    expect(acts(launched)[0]).toBe('newer-kept');
    await speaker.hears(ONE, FULL, NEXT);
    expect(await bench.items(home.who)).toEqual(newer);
  });
});

describe('a request that comes late', () => {
  test('by more than 150 seconds after the last write changes nothing', async () => {
    const [early, late] = [home.device(), home.device()];
    await early.hears(LAUNCH, ONE);
    await late.hears(LAUNCH, YES);
    const at = home.now;
    home.now = at + 200;
    await late.say(PART);
    const kept = await home.kept();
    home.now = at;
    const turned = await early.say(FULL);
    expect(turned.reply.ask).toBeDefined();
    expect(await home.kept()).toEqual(kept);
  });

  test('by less still counts', async () => {
    const [early, late] = [home.device(), home.device()];
    const mine = await early.hears(LAUNCH, ONE);
    await late.hears(LAUNCH, { kind: 'no' }, ONE);
    const at = home.now;
    home.now = at + 100;
    await late.say(PART);
    home.now = at;
    await early.say(FULL);
    expect(await attempts()).toContainEqual([asked(mine), 1]);
  });
});

test('a learner whose items are read in a household of persons is only ever one of them', async () => {
  const [ann, bob] = ['ann', 'bob'].map((person) => household(bench, { ...home.who, person }));
  if (!ann || !bob) throw new Error('two persons');
  await ann.device().hears(LAUNCH, ONE, FULL);
  await bob.device().hears(LAUNCH, ONE);
  await speaker.hears(LAUNCH, ONE, SKIP);
  expect([(await ann.kept())?.cards.length, (await bob.kept())?.cards.length, (await cards()).length]).toEqual([
    1, 0, 1,
  ]);
  await ann.deleted();
  expect([await ann.kept(), (await bob.kept())?.version, (await home.kept())?.version]).toEqual([undefined, 1, 2]);
});
