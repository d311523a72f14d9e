import { carriedIn } from '../../lambda/alexa/session';
import type { Heard } from '../../lambda/coach/heard';
import type { Unsaved } from '../../lambda/coach/learner';
import type { Mark } from '../../lambda/coach/schedule';
import type { FieldChange, ProgressStore, Saved, Who } from '../../lambda/ports/store';
import { NOON } from '../coach/fixtures';
import { type Bench, somebody } from '../contracts/engine';
import { after, delivered, type Fate, fated, hash, type Request, type Turned } from './household';

/** A request that a device sends: what is heard, what becomes of its calls to the store, and whether it is delivered twice at once. */
export interface Sent {
  readonly device: number;
  readonly heard: Heard;
  /** Of its calls, one after the other; whatever comes after them gets through. */
  readonly fates: readonly Fate[];
  readonly twice: boolean;
}

export type Step =
  | { readonly does: 'sends'; readonly sent: Sent }
  | { readonly does: 'both'; readonly sent: readonly [Sent, Sent] }
  /** A request of a little while ago reaches the skill once more. */
  | { readonly does: 'repeats'; readonly device: number; readonly back: number }
  /** The session is gone without a word. */
  | { readonly does: 'loses'; readonly device: number }
  /** Somebody deletes what is kept of the learner who uses this device. */
  | { readonly does: 'deletes'; readonly device: number }
  /** Somebody asks for it to be erased, and says yes. */
  | { readonly does: 'erases'; readonly asks: Heard; readonly sent: Sent }
  /** A day goes by. */
  | { readonly does: 'sleeps' };

export const DEVICES = 3;

/** A write that took effect, and what is known of the turn behind it. */
export interface Write {
  readonly change: FieldChange;
  readonly session: string;
  /** The marks that it keeps; not known where the turn was decided again after it. */
  readonly marks?: readonly Mark[];
  readonly requests: number;
}

interface Speaker {
  readonly who: Who;
  session: string;
  carries: unknown;
  past: readonly Request[];
  /** Requests that changed something, as the listener heard, and that are neither written nor forgotten. */
  pending: ReadonlySet<string>;
}

export interface World {
  readonly bench: Bench;
  readonly speakers: readonly Speaker[];
  /** Every write that took effect. */
  readonly writes: Map<Who, Write[]>;
  /** Epochs that were deleted. */
  readonly dead: Set<string>;
  now: number;
  serial: number;
}

/** Three devices in one household: of one person, or the third one of another. */
export function worldOf(bench: Bench, persons: number): World {
  const { household } = somebody();
  const [ann, bob] = [
    { household, person: 'ann' },
    { household, person: 'bob' },
  ];
  const owners = [ann, ann, persons === 2 ? bob : ann];
  const speakers = owners.map(
    (who): Speaker => ({ who, session: '', carries: undefined, past: [], pending: new Set() }),
  );
  return {
    bench,
    speakers,
    writes: new Map(owners.map((who) => [who, []])),
    dead: new Set(),
    now: NOON / 1000,
    serial: 0,
  };
}

export async function perform(world: World, step: Step): Promise<void> {
  switch (step.does) {
    case 'sends':
      return send(world, step.sent);
    case 'both': {
      const [one, other] = step.sent;
      const apart = other.device === one.device ? { ...other, device: (one.device + 1) % DEVICES } : other;
      await Promise.all([send(world, one), send(world, apart)]);
      return;
    }
    case 'repeats': {
      const { who, past } = speakerAt(world, step.device);
      const request = past.at(-1 - step.back);
      // One that begins a learner: late, nobody could tell it from a new one.
      if (request && carriedIn(request.carries)?.learner.begun) await deliver(world, request, who, []);
      return;
    }
    case 'loses': {
      const speaker = speakerAt(world, step.device);
      speaker.carries = undefined;
      speaker.pending = new Set();
      return;
    }
    case 'deletes': {
      const { who } = speakerAt(world, step.device);
      const { me } = await world.bench.store.load(who, world.now);
      if (me === undefined) return;
      await world.bench.store.forget(who, me.epoch);
      world.dead.add(me.epoch);
      return;
    }
    case 'erases':
      await send(world, { device: step.sent.device, heard: step.asks, fates: [], twice: false });
      return send(world, step.sent);
    case 'sleeps':
      world.now += 86_400;
  }
}

/** Every session says one harmless thing more, twice, while the store is up: what was carried along is written now. */
export async function settleAll(world: World): Promise<void> {
  for (const device of world.speakers.keys()) {
    const sent = { device, heard: { kind: 'hint' }, fates: [], twice: false } as const;
    for (let i = 0; i < 2 && speakerAt(world, device).carries !== undefined; i++) await send(world, sent);
  }
}

function speakerAt(world: World, device: number): Speaker {
  const speaker = world.speakers[device];
  if (speaker === undefined) throw new Error(`There is no device ${device}.`);
  return speaker;
}

async function send(world: World, { device, heard, fates, twice }: Sent): Promise<void> {
  const speaker = speakerAt(world, device);
  if (heard.kind === 'launch' || speaker.carries === undefined) {
    speaker.session = hash(++world.serial);
    speaker.carries = undefined;
    speaker.pending = new Set();
  }
  world.now += 20;
  const { session, carries, who } = speaker;
  const key = hash(++world.serial);
  const request: Request = { key, session, at: world.now, heard, ...(carries !== undefined && { carries }) };
  speaker.past = [...speaker.past, request];
  const deliveries = twice ? [fates, []] : [fates];
  const turned = await Promise.all(deliveries.map((each) => deliver(world, request, who, each)));
  // Which of the two replies the listener hears is a matter of luck.
  const heardReply = turned[world.serial % turned.length];
  if (heardReply) takes(world, speaker, heardReply);
}

/** The session goes on with a reply; what it has told the listener is written, or travels along. */
function takes(world: World, speaker: Speaker, { request, reply }: Turned): void {
  speaker.carries = after(reply);
  if (reply.say.some(({ act }) => act === 'forgotten') || speaker.carries === undefined) {
    speaker.pending = new Set();
    return;
  }
  const told = (reply.change?.marks.length ?? 0) > 0 ? [request.key] : [];
  const carried = new Set(reply.learner.unsaved.map((u) => u.request));
  // What was erased on purpose is not lost.
  if (reply.erases) {
    speaker.pending = carried;
    return;
  }
  const written = new Set(
    (world.writes.get(speaker.who) ?? [])
      .filter(({ change }) => change.epoch === reply.learner.me.epoch)
      .flatMap(({ change }) => change.seen),
  );
  const lost = [...speaker.pending, ...told].filter((key) => !carried.has(key) && !written.has(key));
  expect(lost).toEqual([]);
  speaker.pending = carried;
}

/** Delivers a request once, and notes what it writes. */
async function deliver(world: World, request: Request, who: Who, fates: readonly Fate[]): Promise<Turned> {
  const done: FieldChange[] = [];
  const noting = (store: ProgressStore): ProgressStore => ({
    ...store,
    saveField: async (...args) => {
      const saved = await store.saveField(...args);
      if (saved === 'saved') done.push(args[1]);
      return saved;
    },
    forget: async (of, epoch) => {
      const theirs = epoch ?? (await store.load(of, world.now)).me?.epoch;
      return buried(world, theirs, await store.forget(of, epoch));
    },
    restart: async (of, epoch, me, now) => buried(world, epoch, await store.restart(of, epoch, me, now)),
  });
  const left = [...fates];
  const meeting = fated(() => left.shift() ?? 'through');
  const turned = await delivered(request, who, world.bench, (store) => meeting(noting(store)));
  const carried = carriedIn(request.carries)?.learner.unsaved ?? [];
  const sure = !fates.includes('resent');
  const writes = done.map((change): Write => {
    const owed = carried.filter((u) => u.field === change.field);
    const own = change.seen.at(-1) === request.key ? (turned.reply.change?.marks ?? []) : [];
    const requests = new Set(owed.map((u) => u.request)).size + 1;
    return {
      change,
      session: request.session,
      requests,
      ...(sure && { marks: [...unwritten(world, who, change, owed), ...own] }),
    };
  });
  world.writes.get(who)?.push(...writes);
  return turned;
}

function buried(world: World, epoch: string | undefined, saved: Saved): Saved {
  if (saved === 'saved' && epoch !== undefined) world.dead.add(epoch);
  return saved;
}

/** Marks carried along that no write has kept before. */
const unwritten = (world: World, who: Who, { epoch }: FieldChange, owed: readonly Unsaved[]): readonly Mark[] => {
  const before = (world.writes.get(who) ?? []).filter(({ change }) => change.epoch === epoch);
  return owed.filter((u) => !before.some(({ change }) => change.seen.includes(u.request))).map((u) => u.mark);
};
