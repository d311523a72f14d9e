import { createEmptyCard, type Card as FsrsCard, fsrs, Rating as Grade, StrategyMode } from 'ts-fsrs';
import { dynamoStore } from '../../lambda/adapters/dynamo/store';
import { openBank } from '../../lambda/adapters/pack';
import { carriedIn } from '../../lambda/alexa/session';
import type { Field } from '../../lambda/bank/types';
import { dateOf, dayOfDate } from '../../lambda/coach/calendar';
import type { Card, Day } from '../../lambda/coach/card';
import { chance } from '../../lambda/coach/chance';
import { dueOn, inMix } from '../../lambda/coach/choose';
import type { Reply } from '../../lambda/coach/draft';
import type { Heard } from '../../lambda/coach/heard';
import type { Learner } from '../../lambda/coach/learner';
import { shareLeft } from '../../lambda/coach/plan';
import { seedOf } from '../../lambda/coach/schedule';
import type { Rating } from '../../lambda/feedback/types';
import type { Who } from '../../lambda/ports/store';
import { takeTurn } from '../../lambda/turn/turn';
import { LAMBDA_DIST } from '../../tools/paths';
import { NOON, TODAY } from '../coach/fixtures';
import { type Bench, benchOn, inMemory, somebody } from '../contracts/engine';
import { after, answer, hash } from './household';

const DAYS = 30;
const NEW_A_DAY = 10;
const DUE_A_DAY = 20;
const FIELD = 'records-technician';
const bank = openBank(LAMBDA_DIST);
/** What somebody is asked who applies at no place in particular. */
const mix = inMix(fieldNamed(FIELD), undefined);
const { questions } = mix;

function fieldNamed(id: string): Field {
  const field = bank.field(id);
  if (field === undefined) throw new Error(`no field ${id}`);
  return field;
}

interface Rated {
  readonly question: number;
  readonly day: Day;
  readonly rating: Rating;
}

/** Somebody who practises every day until the day's share is done, and answers now well, now by half, now not at all. */
class Student {
  readonly who: Who = somebody();
  readonly ratings: Rated[] = [];
  learner: Learner | undefined;
  private serial = 0;

  readonly bench: Bench;
  constructor(on: Bench) {
    this.bench = on;
  }

  async says(heard: Heard, day: number): Promise<Reply> {
    const key = hash(++this.serial);
    const now = NOON + day * 86_400_000 + (this.serial % 2000) * 10_000;
    const c = { now, today: TODAY + day, key, session: hash(day + 1), bank, whose: 'household' as const };
    const { client, table } = this.bench;
    const store = () => dynamoStore({ client, table });
    const reply = await takeTurn(
      { who: this.who, heard, c, ...(this.learner && { learner: this.learner }) },
      { store, bank },
    );
    for (const mark of reply.change?.marks ?? []) {
      if (mark.as === 'rated') this.ratings.push({ question: mark.question, day: mark.day, rating: mark.rating });
    }
    this.learner = carriedIn(after(reply))?.learner;
    return reply;
  }

  async cards(): Promise<readonly Card[]> {
    const { fields } = await this.bench.store.load(this.who, NOON / 1000);
    return fields[FIELD]?.cards ?? [];
  }

  /** Whether the day still holds something new or due. */
  async hasWork(day: number): Promise<boolean> {
    const cards = await this.cards();
    const left = shareLeft(cards, TODAY + day);
    return (left.due > 0 && dueOn(mix, cards, TODAY + day) > 0) || (left.new > 0 && cards.length < questions.length);
  }

  /** Answers the question on the table, as well as chance has it. */
  async answers(number: number, day: number): Promise<Reply> {
    const sample = questions.find((q) => q.number === number)?.sampleShort ?? '';
    const luck = chance(`${number} ${day}`);
    if (luck < 0.15) return this.says({ kind: 'dont-know' }, day);
    const words = sample.split(' ');
    const said = luck < 0.5 ? words.slice(0, Math.ceil(words.length / 2)) : words;
    const reply = await this.says(answer(said.join(' ')), day);
    return reply.learner.stage.at === 'collecting' ? this.says({ kind: 'thats-all' }, day) : reply;
  }
}

let bench: Bench;
let student: Student;
const days: { readonly asked: readonly number[]; readonly before: readonly Card[]; readonly after: readonly Card[] }[] =
  [];

beforeAll(async () => {
  bench = await benchOn(await inMemory());
  student = new Student(bench);
  for (let day = 0; day < DAYS; day++) days.push(await practised(day));
}, 300_000);
afterAll(() => bench.close());

/** One day: sessions of ten until there is nothing more for today. */
async function practised(day: number): Promise<(typeof days)[number]> {
  const before = await student.cards();
  const asked: number[] = [];
  student.learner = undefined;
  await student.says({ kind: 'launch' }, day);
  for (;;) {
    let reply = await student.says({ kind: 'practice', wish: { filter: {}, count: 10 } }, day);
    if (reply.learner.stage.at !== 'asking') break;
    while (reply.learner.stage.at === 'asking') {
      const { question } = reply.learner.stage.table;
      asked.push(question);
      await student.answers(question, day);
      reply = await student.says({ kind: 'next' }, day);
    }
    // Once nothing is new or due, a session is of the weakest: that is practice beyond the day's share.
    if (!(await student.hasWork(day))) break;
  }
  await student.says({ kind: 'stop' }, day);
  return { asked, before, after: await student.cards() };
}

test('on no day there are more than ten new questions or twenty that are due', () => {
  days.forEach(({ asked, before }, day) => {
    const cards = new Map(before.filter((card) => card.attempts > 0).map((card) => [card.question, card]));
    const due = asked.filter((question) => (cards.get(question)?.due ?? Infinity) <= TODAY + day);
    expect(asked.filter((question) => !cards.has(question)).length).toBeLessThanOrEqual(NEW_A_DAY);
    expect(due.length).toBeLessThanOrEqual(DUE_A_DAY);
  });
});

test('every question that is due is asked, as far as the share of the day goes', () => {
  days.forEach(({ asked, before, after }, day) => {
    const due = before.filter((card) => card.attempts > 0 && card.due <= TODAY + day);
    const left = dueOn(mix, after, TODAY + day);
    expect(left).toBe(Math.max(0, due.length - DUE_A_DAY));
    expect(asked.length).toBeGreaterThan(0);
  });
});

test('nothing is asked twice a day, and nothing before it is due while there are questions unseen', () => {
  days.forEach(({ asked, before }, day) => {
    expect(new Set(asked).size).toBe(asked.length);
    const cards = new Map(before.map((card) => [card.question, card]));
    const unseen = questions.length - before.length;
    const early = asked.filter((question) => (cards.get(question)?.due ?? 0) > TODAY + day);
    if (unseen > NEW_A_DAY) expect(early).toEqual([]);
  });
});

test('the schedule is that of ts-fsrs on the same ratings', async () => {
  const direct = new Map<number, FsrsCard>();
  for (const { question, day, rating } of student.ratings) {
    const before: FsrsCard = direct.get(question) ?? createEmptyCard(dateOf(day));
    const seed = seedOf(question, before.reps);
    const f = fsrs({ request_retention: 0.9, enable_short_term: false, enable_fuzz: true, maximum_interval: 365 });
    direct.set(question, f.useStrategy(StrategyMode.SEED, () => seed).next(before, dateOf(day), GRADES[rating]).card);
  }
  const cards = (await student.cards()).filter((card) => card.attempts > 0);
  expect(cards.length).toBe(direct.size);
  for (const card of cards) {
    const same = direct.get(card.question);
    expect([card.question, card.due, card.attempts]).toEqual([card.question, same && dayOfDate(same.due), same?.reps]);
  }
});

const GRADES = { again: Grade.Again, hard: Grade.Hard, good: Grade.Good, easy: Grade.Easy } as const;
