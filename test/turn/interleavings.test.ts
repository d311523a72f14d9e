import fc from 'fast-check';
import type { Heard } from '../../lambda/coach/heard';
import { type Bench, benchOn, inMemory } from '../contracts/engine';
import { answer, type Fate, FULL, LAUNCH, ONE, PART } from './household';
import { audit } from './ledger';
import { DEVICES, perform, type Sent, type Step, settleAll, worldOf } from './world';

const device = fc.nat(DEVICES - 1);
const heard = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Heard>(ONE, FULL, PART, { kind: 'thats-all' }, { kind: 'next' }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Heard>(
      { kind: 'did-say' },
      { kind: 'skip' },
      { kind: 'try-again' },
      { kind: 'back' },
      { kind: 'yes' },
      { kind: 'dont-know' },
      { kind: 'was-hard' },
      { kind: 'was-easy' },
      { kind: 'did-not-know' },
      LAUNCH,
      answer('i log it'),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Heard>(
      { kind: 'hint' },
      { kind: 'no' },
      { kind: 'self-check' },
      { kind: 'all-points' },
      { kind: 'slower' },
      { kind: 'rehearse' },
      { kind: 'use-self-check' },
      { kind: 'use-listening' },
      { kind: 'practice', wish: { filter: {}, count: 3 } },
      { kind: 'interview', wish: { minutes: 5 } },
      { kind: 'debrief' },
      { kind: 'ended' },
      { kind: 'ask', filter: { topic: 'holds' } },
      { kind: 'ask', filter: {}, field: 'archivist' },
      { kind: 'switch-field', field: 'clerk' },
    ),
  },
);
const fate = fc.constantFrom<Fate>('through', 'through', 'refused', 'refused', 'lost', 'resent');
const fates = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Fate[]>([]) },
  { weight: 2, arbitrary: fc.array(fate, { maxLength: 3 }) },
);
const sent: fc.Arbitrary<Sent> = fc.record({ device, heard, fates, twice: fc.nat(5).map((n) => n === 0) });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 16, arbitrary: sent.map((one): Step => ({ does: 'sends', sent: one })) },
  { weight: 4, arbitrary: fc.tuple(sent, sent).map((two): Step => ({ does: 'both', sent: two })) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('repeats' as const), device, back: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('loses' as const), device }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('deletes' as const), device }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('erases' as const),
      asks: fc.constantFrom<Heard>({ kind: 'delete-data' }, { kind: 'reset-field' }, { kind: 'reset-all' }),
      sent: sent.map((one): Sent => ({ ...one, heard: { kind: 'yes' } })),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ does: 'sleeps' }) },
);

let bench: Bench;
beforeAll(async () => {
  bench = await benchOn(await inMemory());
});
afterAll(() => bench.close());

/** Plays the steps in a fresh household, and checks everything that must never happen. */
async function play(steps: readonly Step[], persons = 1): Promise<void> {
  const world = worldOf(bench, persons);
  for (const each of steps) await perform(world, each);
  await settleAll(world);
  for (const { pending } of world.speakers) expect([...pending]).toEqual([]);
  await audit(world);
}

/**
 * Each request counts once. No result that the listener was told of is lost. Every card is what its marks make of it. No override touches
 * another session's result. Nothing comes back after a deletion, nothing of one person is with another, versions and days only grow.
 */
test('whatever two persons on three devices do, and whatever becomes of requests, calls and sessions, the books are right', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 2 }),
      fc.array(step, { minLength: 10, maxLength: 30 }),
      (persons, steps) => play(steps, persons),
    ),
    {
      numRuns: Number(process.env.RUNS ?? 60),
      endOnFailure: process.env.SEED !== undefined,
      ...(process.env.SEED && { seed: Number(process.env.SEED) }),
    },
  );
}, 600_000);
