import { dynamoClient } from '../../lambda/adapters/dynamo/client';
import { dynamoStore } from '../../lambda/adapters/dynamo/store';
import { openBank } from '../../lambda/adapters/pack';
import { LAMBDA_DIST } from '../paths';
import type { Said } from './conversations';
import { beginWithDeck, DECKS } from './deck';
import { userIdOf } from './envelopes';
import { type Figure, tail } from './figures';
import { builtHandler, play } from './play';
import { withBar } from './progress';

/** Learners of each deck; the first of them warms and is not measured. */
const LEARNERS = 21;
const QUESTIONS = 10;

const SESSION: readonly Said[] = [
  ['PracticeIntent', { count: String(QUESTIONS) }],
  ...Array.from({ length: QUESTIONS }, (): readonly Said[] => [
    ['AnswerIntent', { answer: 'i check the retention schedule and ask my supervisor' }],
    ['ThatsAllIntent'],
    ['NextQuestionIntent'],
  ]).flat(),
];

/** Warm turns of sessions of ten questions on the real engine, for learners with few and with many cards, who take turns. */
export async function deckTurns(table: string, env: Readonly<Record<string, string>>): Promise<readonly Figure[]> {
  const handler = await builtHandler(env);
  const store = dynamoStore({ client: dynamoClient(), table });
  const bank = openBank(LAMBDA_DIST);
  const field = bank.fields().first[0]?.id ?? '';
  bank.close();
  const decks = DECKS.map((count) => ({ count, times: [] as number[] }));
  await withBar('Decks', LEARNERS, async (at) => {
    for (let learner = 0; learner < LEARNERS; learner++) {
      for (const { count, times } of decks) {
        const user = `deck-${count}-${learner}`;
        await beginWithDeck(store, { household: userIdOf(user) }, field, count, Date.now());
        const taken = await play(handler, { id: user, user, device: { withoutServices: true } }, SESSION);
        if (learner > 0) times.push(...taken);
      }
      at(learner + 1);
    }
  });
  return decks.flatMap(({ count, times }) => tail(`warm turn, ${count} cards, database`, times));
}
