import { dynamoClient } from '../../lambda/adapters/dynamo/client';
import { dynamoStore } from '../../lambda/adapters/dynamo/store';
import { openBank } from '../../lambda/adapters/pack';
import { attributesOf, carriedIn } from '../../lambda/alexa/session';
import type { Reply } from '../../lambda/coach/draft';
import type { Heard } from '../../lambda/coach/heard';
import { takeTurn } from '../../lambda/turn/turn';
import { LAMBDA_DIST } from '../paths';
import { beginWithDeck, DECKS } from './deck';
import type { Figure } from './figures';

const QUESTIONS = 10;
const NOON = Date.UTC(2026, 10, 24, 12);
const TODAY = Math.floor(NOON / 86_400_000);

const hash = (n: number): string => n.toString(16).padStart(16, '0');

/** Calls and capacity units of a practice session of ten questions, for learners with few and with many cards. */
export async function consumed(table: string): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const cards of DECKS) figures.push(...(await session(table, cards)));
  return figures;
}

async function session(table: string, cards: number): Promise<readonly Figure[]> {
  const client = dynamoClient();
  const bank = openBank(LAMBDA_DIST);
  const field = bank.fields().first[0]?.id ?? '';
  const who = { household: `capacity-${cards}` };
  const used = { read: { calls: 0, units: 0 }, write: { calls: 0, units: 0 } };
  const store = () =>
    dynamoStore({
      client,
      table,
      onCall: (kind, units) => {
        used[kind].calls += 1;
        used[kind].units += units;
      },
    });
  await beginWithDeck(store(), who, field, cards, NOON);
  for (const kind of ['read', 'write'] as const) used[kind] = { calls: 0, units: 0 };

  let carried: unknown;
  let serial = 0;
  let graded = { turns: 0, units: 0 };
  const says = async (heard: Heard): Promise<Reply> => {
    serial += 1;
    const c = {
      now: NOON + serial * 20_000,
      today: TODAY,
      key: hash(serial),
      session: hash(1),
      whose: 'household',
      bank,
    } as const;
    const learner = carriedIn(carried)?.learner;
    const before = used.write.units;
    const reply = await takeTurn({ who, heard, c, ...(learner && { learner }) }, { store, bank });
    if (reply.graded) graded = { turns: graded.turns + 1, units: graded.units + used.write.units - before };
    carried = reply.ask && JSON.parse(JSON.stringify(attributesOf(reply.learner, undefined)));
    return reply;
  };
  await says({ kind: 'launch' });
  await says({ kind: 'practice', wish: { filter: {}, count: QUESTIONS, more: true } });
  for (let i = 0; i < QUESTIONS; i++) {
    await says({ kind: 'answer', text: 'i check the retention schedule and ask my supervisor' });
    await says({ kind: 'thats-all' });
    await says({ kind: 'next' });
  }
  const named = (what: string) => `session of ten questions, ${cards} cards: ${what}`;
  return [
    { name: named('reads'), value: used.read.calls, unit: 'calls' },
    { name: named('read units'), value: used.read.units, unit: 'units' },
    { name: named('writes'), value: used.write.calls, unit: 'calls' },
    { name: named('write units'), value: used.write.units, unit: 'units' },
    { name: named('write units a graded turn'), value: graded.units / Math.max(graded.turns, 1), unit: 'units' },
  ];
}
