import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dynamoStore } from '../../lambda/adapters/dynamo/store';
import { openEmbedded } from '../../simulator/store/embedded';
import { learner } from '../../tools/learner';
import { clientOf } from '../contracts/engine';
import { card, change, me, NOW, open, request } from '../contracts/samples';

describe('npm run learner', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'learner-'));
    const { endpoint, table, close } = await openEmbedded({ dir });
    const client = clientOf(endpoint);
    const store = dynamoStore({ client, table });
    const home = { household: 'amzn1.ask.account.listener' };
    for (const who of [home, { ...home, person: 'amzn1.ask.person.ANN' }]) {
      await store.begin(who, me, NOW);
      await store.saveField(who, change({ seen: [request(10)], open, cards: [card(12), card(3, 2)] }), NOW);
    }
    await store.saveField({ household: 'amzn1.ask.account.gone' }, change(), NOW);
    client.destroy();
    await close();
  });
  afterAll(() => rm(dir, { recursive: true }));

  test('shows everything that is kept of a learner, in clear', async () => {
    const lines = await learner(['show', '--data', dir, '--user', 'listener']);
    expect(lines.slice(0, 10)).toEqual([
      '063607f1db34 household',
      '  practises records-technician, applies at police, speed medium, opened 1 times (counted up to 3), epoch 0123456789abcdef',
      '  lives by the clock of Europe/London',
      '  practised 3 days in a row, last on 2026-06-01',
      '  records-technician: version 1, written 2026-06-01T00:00:00Z, 2 cards (0 written loose)',
      '    question         due        last  attempts  lapses  best  stability  difficulty  not said',
      '           3  2026-06-05  2026-06-01         2       0   67%      6.35d        5.28         2',
      '          12  2026-06-05  2026-06-01         1       0   67%      3.17d        5.28         2',
      '    open: question 12 since 2026-06-01T00:00:00Z, points heard: 1,3, held by session fedcba9876543210',
      '    requests seen: 000000000000000a',
    ]);
  });

  test('shows the persons of a household, and everybody when nobody is named', async () => {
    const heads = async (...args: string[]) =>
      (await learner(['show', '--data', dir, ...args]))
        .filter((line) => /^\S/.test(line))
        .map((line) => line.slice(13, 22));
    expect(await heads('--user', 'amzn1.ask.account.listener')).toEqual(['household', 'person d7']);
    expect(await heads()).toHaveLength(3);
  });

  test('tells what a deleted learner left', async () => {
    expect((await learner(['show', '--data', dir, '--user', 'gone'])).slice(1)).toEqual([
      '  has not begun, or was deleted',
      '  and leftovers of a learner who was deleted, to be swept at the next launch',
    ]);
  });

  test.each([
    [['show', '--user', 'nobody'], /^Nothing is kept of nobody/],
    [['--help'], /npm run --silent learner -- show/],
  ])('%p', async (args, said) => {
    expect((await learner([...args, '--data', dir])).join('\n')).toMatch(said);
  });

  test('makes no folder where there is none', async () => {
    const none = join(dir, 'none');
    expect(await learner(['show', '--data', none])).toEqual([`Nothing is kept in ${none} yet.`]);
    await expect(rm(none, { recursive: true })).rejects.toThrow('ENOENT');
  });

  test.each([
    [['forget'], '"forget" is nothing that can be done'],
    [[], 'Run with --help'],
    [['show', '--colour'], '--colour'],
    [['show', '--data'], '--data'],
  ])('refuses %p', async (args, why) => {
    await expect(learner(args)).rejects.toThrow(why);
  });
});
