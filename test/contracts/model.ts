import fc from 'fast-check';
import type { Card } from '../../lambda/coach/card';
import type { Kept, KeptField, OpenQuestion } from '../../lambda/coach/kept';
import type { FieldChange, ProgressStore } from '../../lambda/ports/store';
import { type Bench, somebody } from './engine';
import { anyCard, anyOpen, me, NOW, request } from './samples';

const FIELDS = ['archivist', 'librarian'] as const;
const DEVICES = 2;

/** One thing that a device of the household does. It knows what it saw when it looked last. */
type Step =
  | { readonly does: 'look' | 'begin' | 'forget' | 'sweep'; readonly device: number }
  | {
      readonly does: 'save';
      readonly device: number;
      readonly field: string;
      readonly cards: readonly Card[];
      readonly open: OpenQuestion | null | undefined;
      /** Packs the deck as the device saw it. */
      readonly fold: boolean;
      readonly twice: boolean;
      /** Looks again afterwards. */
      readonly looks: boolean;
    };

const device = fc.nat(DEVICES - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('look' as const), device }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('begin' as const), device }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('forget' as const, 'sweep' as const), device }) },
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('save' as const),
      device,
      field: fc.constantFrom(...FIELDS),
      cards: fc.array(anyCard(fc.nat(5)), { maxLength: 3 }),
      open: fc.option(fc.option(anyOpen, { nil: null }), { nil: undefined }),
      fold: fc.boolean(),
      twice: fc.boolean(),
      looks: fc.boolean(),
    }),
  },
);

/** The table as a plain value. */
interface Model {
  epoch: string | undefined;
  fields: Map<string, KeptField>;
}

/** Whatever two devices do, in whatever order, the store says and keeps what a plain value would. */
export function behavesLikeAPlainValue(bench: () => Pick<Bench, 'store'>): void {
  test('any sequence of looks, beginnings, writes, deletions and sweeps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
        const who = somebody();
        const { store } = bench();
        const model: Model = { epoch: undefined, fields: new Map() };
        const views = Array.from({ length: DEVICES }, (): Kept => ({ fields: {}, leftovers: false, renew: false }));
        for (const [i, each] of steps.entries()) {
          const view = views[each.device];
          if (view) views[each.device] = await played(each, i, view, model, store, who);
          expect(await store.load(who, NOW)).toEqual(shown(model));
        }
      }),
      { numRuns: 20 },
    );
  });
}

/** Takes a step in the store and in the model, compares what they say, and gives what the device knows then. */
async function played(
  each: Step,
  i: number,
  view: Kept,
  model: Model,
  store: ProgressStore,
  who: ReturnType<typeof somebody>,
): Promise<Kept> {
  const epoch = view.me?.epoch ?? request(0xdead);
  switch (each.does) {
    case 'look':
      return store.load(who, NOW);
    case 'begin': {
      const begun = { ...me, epoch: request(i) };
      const free = model.epoch === undefined;
      if (free) model.epoch = begun.epoch;
      expect(await store.begin(who, begun, NOW)).toBe(free ? 'saved' : 'stale');
      return store.load(who, NOW);
    }
    case 'forget':
      if (model.epoch === epoch) model.epoch = undefined;
      dropOthers(model, model.epoch);
      await store.forget(who, epoch);
      return view;
    case 'sweep':
      if (model.epoch === epoch) dropOthers(model, epoch);
      await store.sweep(who, epoch);
      return view;
    case 'save': {
      const seen = view.fields[each.field];
      const change: FieldChange = {
        field: each.field,
        epoch,
        version: seen?.version,
        seen: [...(seen?.seen ?? []), request(i)].slice(-16),
        cards: each.cards,
        ...(each.open !== undefined && { open: each.open }),
        ...(each.fold && { deck: seen?.cards ?? [] }),
      };
      for (let times = each.twice ? 2 : 1; times > 0; times--) {
        expect(await store.saveField(who, change, NOW)).toBe(savedIn(model, change) ? 'saved' : 'stale');
      }
      return each.looks ? store.load(who, NOW) : view;
    }
  }
}

function dropOthers(model: Model, epoch: string | undefined): void {
  for (const [field, kept] of model.fields) if (kept.epoch !== epoch) model.fields.delete(field);
}

function savedIn(model: Model, change: FieldChange): boolean {
  const there = model.fields.get(change.field);
  if (there ? there.version !== change.version || there.epoch !== change.epoch : change.version !== undefined)
    return false;
  const cards = new Map([...(change.deck ?? there?.cards ?? []), ...change.cards].map((c) => [c.question, c]));
  const open = change.open === undefined ? there?.open : change.open;
  const packed = change.deck !== undefined || there === undefined;
  model.fields.set(change.field, {
    epoch: change.epoch,
    version: (there?.version ?? 0) + 1,
    at: NOW,
    seen: change.seen,
    ...(open && { open }),
    cards: [...cards.values()].sort((a, b) => a.question - b.question),
    loose: packed ? 0 : there.loose + change.cards.length,
  });
  return true;
}

function shown({ epoch, fields }: Model): Kept {
  const live = [...fields].filter(([, kept]) => kept.epoch === epoch);
  return {
    ...(epoch !== undefined && { me: { ...me, epoch } }),
    fields: Object.fromEntries(live),
    leftovers: live.length < fields.size,
    renew: false,
  };
}
