import type { Card } from '../../lambda/coach/card';
import type { Kept, KeptField, Me } from '../../lambda/coach/kept';
import type { FieldChange, ProgressStore, Saved, Who } from '../../lambda/ports/store';

interface Learner {
  me: Me | undefined;
  readonly fields: Map<string, KeptField>;
}

/** Progress in this process, which answers at once: what is left of a turn is the skill. Nothing expires in it. */
export function memoryStore(): ProgressStore {
  const households = new Map<string, Map<string, Learner>>();
  const learner = ({ household, person = household }: Who): Learner => {
    const people = madeIn(households, household, () => new Map<string, Learner>());
    return madeIn(people, person, () => ({ me: undefined, fields: new Map<string, KeptField>() }));
  };
  return {
    load: async (who) => keptOf(learner(who)),
    begin: async (who, me) => put(learner(who), me, undefined),
    saveMe: async (who, me) => put(learner(who), me, me.epoch),
    restart: async (who, epoch, me) => put(learner(who), me, epoch),
    saveField: async (who, change, now) => saveField(learner(who), change, now),
    sweep: async (who, epoch) => {
      if (learner(who).me?.epoch === epoch) sweep(learner(who));
    },
    forget: async (who, epoch) => {
      const one = learner(who);
      const saved = epoch === undefined || one.me?.epoch === epoch ? 'saved' : 'stale';
      if (saved === 'saved') one.me = undefined;
      sweep(one);
      return saved;
    },
    forgetHousehold: async (household) => {
      households.delete(household);
    },
  };
}

function keptOf({ me, fields }: Learner): Kept {
  const live = [...fields].filter(([, kept]) => kept.epoch === me?.epoch);
  return {
    ...(me && { me }),
    fields: Object.fromEntries(live),
    leftovers: live.length < fields.size,
    renew: false,
  };
}

/** Preferences in the place of those of an epoch, or of none. */
function put(one: Learner, me: Me, over: string | undefined): Saved {
  if (one.me?.epoch !== over) return 'stale';
  one.me = me;
  return 'saved';
}

function saveField({ fields }: Learner, change: FieldChange, now: number): Saved {
  const there = fields.get(change.field);
  if (there?.version !== change.version || (there && there.epoch !== change.epoch)) return 'stale';
  const open = change.open === undefined ? there?.open : change.open;
  fields.set(change.field, {
    epoch: change.epoch,
    version: (there?.version ?? 0) + 1,
    at: now,
    seen: change.seen,
    ...(change.reset ? { reset: change.seen.at(-1) ?? '' } : there?.reset !== undefined && { reset: there.reset }),
    ...(open && { open }),
    ...cardsOf(there, change),
  });
  return 'saved';
}

/** The deck and what changed in it. A change that brings the deck along, or resets it, packs it anew. */
function cardsOf(
  there: KeptField | undefined,
  { cards, deck, reset }: FieldChange,
): Pick<KeptField, 'cards' | 'loose'> {
  const before: readonly Card[] = reset ? [] : (deck ?? there?.cards ?? []);
  const all = new Map([...before, ...cards].map((card) => [card.question, card]));
  return {
    cards: [...all.values()].sort((a, b) => a.question - b.question),
    loose: reset || deck || !there ? 0 : there.loose + cards.length,
  };
}

/** What belongs to nobody any more goes. */
function sweep({ me, fields }: Learner): void {
  for (const [field, kept] of fields) if (kept.epoch !== me?.epoch) fields.delete(field);
}

function madeIn<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
