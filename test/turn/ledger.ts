import type { Card } from '../../lambda/coach/card';
import type { KeptField } from '../../lambda/coach/kept';
import { applyLate } from '../../lambda/coach/schedule';
import type { World, Write } from './world';

/** What writing one after the other comes to. */
interface Book {
  readonly version: number;
  readonly seen: readonly string[];
  readonly cards: ReadonlyMap<number, Card>;
  /** Which session moved the schedule of a question last. */
  readonly raters: ReadonlyMap<number, string>;
}

const EMPTY: Book = { version: 0, seen: [], cards: new Map(), raters: new Map() };

/** Goes through everything that was written in the lives that are not deleted, and compares it with what is kept. */
export async function audit(world: World): Promise<void> {
  for (const [who, writes] of world.writes) {
    const { me, fields } = await world.bench.store.load(who, world.now);
    expect([...world.dead]).not.toContain(me?.epoch);
    const mine = writes.filter(({ change }) => change.epoch === me?.epoch);
    expect(Object.keys(fields).sort()).toEqual([...new Set(mine.map(({ change }) => change.field))].sort());
    for (const [field, kept] of Object.entries(fields)) {
      auditField(
        mine.filter(({ change }) => change.field === field),
        kept,
      );
    }
  }
}

function auditField(writes: readonly Write[], kept: KeptField): void {
  const inOrder = [...writes].sort((a, b) => (a.change.version ?? 0) - (b.change.version ?? 0));
  const counted = new Set<string>();
  const book = inOrder.reduce((before, write) => {
    const requests = write.change.seen.filter((key) => !before.seen.includes(key));
    for (const key of requests) {
      expect(counted).not.toContain(key);
      counted.add(key);
    }
    return entered(before, write);
  }, EMPTY);
  expect(kept).toMatchObject({ version: book.version, seen: book.seen });
  expect(kept.cards).toEqual([...book.cards.values()].sort((a, b) => a.question - b.question));
}

/** Enters one write, and checks that it does to the cards what its marks say, and nothing else. */
function entered(before: Book, { change, marks, session, requests }: Write): Book {
  expect(change.version ?? 0).toBe(before.version);
  const cards = new Map(change.reset ? [] : before.cards);
  const raters = new Map(change.reset ? [] : before.raters);
  for (const card of change.deck ?? []) {
    if (!change.cards.some((c) => c.question === card.question)) expect(card).toEqual(cards.get(card.question));
  }
  for (const card of change.cards) {
    const { question } = card;
    const was = before.cards.get(question);
    neverBack(was, card, requests);
    if (marks) {
      expect(card).toEqual(marks.filter((m) => m.question === question).reduce(applyLate, was));
    }
    if (card.attempts > (was?.attempts ?? 0)) raters.set(question, session);
    else if (card.stability !== was?.stability && card.attempts > 0) expect(raters.get(question)).toBe(session);
    cards.set(question, card);
  }
  if (marks) expect(new Set(change.cards.map((c) => c.question))).toEqual(new Set(marks.map((m) => m.question)));
  return { version: before.version + 1, seen: change.seen, cards, raters };
}

function neverBack(was: Card | undefined, now: Card, requests: number): void {
  const counted = now.attempts - (was?.attempts ?? 0);
  expect(counted).toBeGreaterThanOrEqual(0);
  expect(counted).toBeLessThanOrEqual(requests);
  if (was === undefined || was.attempts === 0) return;
  expect(now.last).toBeGreaterThanOrEqual(was.last);
  expect(now.best).toBeGreaterThanOrEqual(was.best);
  expect(now.missed & ~was.missed).toBe(0);
}
