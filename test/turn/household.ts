import { dynamoStore } from '../../lambda/adapters/dynamo/store';
import { attributesOf, carriedIn } from '../../lambda/alexa/session';
import type { Act } from '../../lambda/coach/acts';
import type { Reply } from '../../lambda/coach/draft';
import type { Heard } from '../../lambda/coach/heard';
import type { KeptField } from '../../lambda/coach/kept';
import type { Learner } from '../../lambda/coach/learner';
import { type ProgressStore, type Saved, StoreUnavailableError, type Who } from '../../lambda/ports/store';
import { takeTurn } from '../../lambda/turn/turn';
import { BANK, NOON, TODAY } from '../coach/fixtures';
import { type Bench, somebody } from '../contracts/engine';

/** One request, as often as it may be delivered. */
export interface Request {
  readonly key: string;
  readonly session: string;
  /** Seconds since 1970. */
  readonly at: number;
  readonly heard: Heard;
  /** Session attributes, as they travel. */
  readonly carries?: unknown;
}

export interface Turned {
  readonly request: Request;
  readonly reply: Reply;
  readonly calls: { readonly read: number; readonly write: number };
}

export type Wrapped = (store: ProgressStore) => ProgressStore;

/** Somebody with any number of devices, on a table of the engine. */
export interface Household {
  readonly who: Who;
  /** Seconds since 1970; every turn takes 20 of them. */
  now: number;
  /** A device with a session of its own. */
  readonly device: () => Device;
  /** What is kept of a field. */
  readonly kept: (field?: string) => Promise<KeptField | undefined>;
  readonly store: ProgressStore;
  readonly deleted: () => Promise<void>;
}

export interface Device {
  /** The next request of this device; a launch begins a new session. */
  readonly say: (heard: Heard, wrapped?: Wrapped) => Promise<Turned>;
  /** The next request, delivered twice at once; the session goes on with the first. */
  readonly saysTwice: (heard: Heard) => Promise<readonly [Turned, Turned]>;
  /** Several, one after the other; the last one's turn. */
  readonly hears: (...heard: readonly Heard[]) => Promise<Turned>;
  /** The same request once more; the session stays as it was after it. */
  readonly repeats: (turned: Turned) => Promise<Turned>;
  /** The session goes on with this reply. */
  readonly takes: (turned: Turned) => void;
  readonly learner: () => Learner;
  /** The session is lost without a word. */
  readonly loses: () => void;
}

export const hash = (n: number): string => n.toString(16).padStart(16, '0');

export const dayAt = (seconds: number): number => TODAY + Math.floor((seconds - NOON / 1000) / 86_400);

let serial = 0;

export function household(bench: Bench, who: Who = somebody()): Household {
  const here: Household = {
    who,
    now: NOON / 1000,
    store: bench.store,
    device: () => deviceIn(here, bench),
    kept: async (field = 'clerk') => (await bench.store.load(who, here.now)).fields[field],
    deleted: async () => {
      const { me } = await bench.store.load(who, here.now);
      if (me) await bench.store.forget(who, me.epoch);
    },
  };
  return here;
}

function deviceIn(here: Household, bench: Bench): Device {
  let session = hash(++serial);
  let carries: unknown;
  const requestOf = (heard: Heard): Request => {
    if (heard.kind === 'launch' || carries === undefined) {
      session = hash(++serial);
      carries = undefined;
    }
    here.now += 20;
    return { key: hash(++serial), session, at: here.now, heard, ...(carries !== undefined && { carries }) };
  };
  const device: Device = {
    say: async (heard, wrapped) => {
      const turned = await delivered(requestOf(heard), here.who, bench, wrapped);
      device.takes(turned);
      return turned;
    },
    saysTwice: async (heard) => {
      const request = requestOf(heard);
      const both = await Promise.all([delivered(request, here.who, bench), delivered(request, here.who, bench)]);
      device.takes(both[0]);
      return both;
    },
    takes: ({ reply }) => {
      carries = after(reply);
    },
    hears: async (first, ...rest) => {
      if (first === undefined) throw new Error('Nothing was said.');
      const turned = await device.say(first);
      return rest.length === 0 ? turned : device.hears(...rest);
    },
    repeats: ({ request }) => delivered(request, here.who, bench),
    learner: () => {
      const carried = carriedIn(carries);
      if (carried === undefined) throw new Error('No session is open.');
      return carried.learner;
    },
    loses: () => {
      carries = undefined;
    },
  };
  return device;
}

/** What the session carries on; nothing when it has ended. */
export const after = (reply: Reply): unknown =>
  reply.ask ? JSON.parse(JSON.stringify(attributesOf(reply.learner, undefined))) : undefined;

/** A request reaches the skill. */
export async function delivered(
  request: Request,
  who: Who,
  bench: Bench,
  wrapped: Wrapped = (store) => store,
): Promise<Turned> {
  const calls = { read: 0, write: 0 };
  const counting = dynamoStore({
    client: bench.client,
    table: bench.table,
    onCall: (kind) => {
      calls[kind] += 1;
    },
  });
  const learner = carriedIn(request.carries)?.learner;
  const c = {
    now: request.at * 1000,
    today: dayAt(request.at),
    key: request.key,
    session: request.session,
    bank: BANK,
    whose: 'household' as const,
  };
  const turn = { who, heard: request.heard, c, ...(learner && { learner }) };
  const reply = await takeTurn(turn, { store: () => wrapped(counting), bank: BANK });
  return { request, reply, calls };
}

type Method = 'load' | 'begin' | 'saveMe' | 'saveField' | 'sweep' | 'forget' | 'restart';
/**
 * What becomes of a call: it gets through, fails before it has taken effect, takes effect and its answer is lost, or its answer is lost
 * and it is sent again, so that it fails its own condition.
 */
export type Fate = 'through' | 'refused' | 'lost' | 'resent';

/** A store whose calls meet with this fate. */
export function fated(fateOf: (method: Method) => Fate): Wrapped {
  const met = async <R>(method: Method, call: () => Promise<R>, resent: (answer: R) => R): Promise<R> => {
    const fate = fateOf(method);
    if (fate === 'refused') throw new StoreUnavailableError('refused');
    const answer = await call();
    if (fate === 'lost') throw new StoreUnavailableError('lost');
    return fate === 'resent' ? resent(answer) : answer;
  };
  const same = <R>(answer: R): R => answer;
  const stale = (): Saved => 'stale';
  return (store) => ({
    ...store,
    load: (who, now) => met('load', () => store.load(who, now), same),
    begin: (who, me, now) => met('begin', () => store.begin(who, me, now), stale),
    saveMe: (who, me, now) => met('saveMe', () => store.saveMe(who, me, now), same),
    saveField: (who, change, now) => met('saveField', () => store.saveField(who, change, now), stale),
    sweep: (who, epoch) => met('sweep', () => store.sweep(who, epoch), same),
    forget: (who, epoch) => met('forget', () => store.forget(who, epoch), same),
    restart: (who, epoch, me, now) => met('restart', () => store.restart(who, epoch, me, now), stale),
  });
}

/** No call gets through. */
export const down = fated(() => 'refused');

/** The next call of this method takes effect, and its answer is lost. */
export function losesOne(method: Method): Wrapped {
  let lost = false;
  return fated((called) => {
    if (called !== method || lost) return 'through';
    lost = true;
    return 'lost';
  });
}

export const acts = ({ reply }: Turned): readonly Act['act'][] => reply.say.map(({ act }) => act);

/** The number of the question that a turn put on the table. */
export function asked({ reply: { learner } }: Turned): number {
  if (learner.stage.at !== 'asking') throw new Error(`The stage is ${learner.stage.at}.`);
  return learner.stage.table.question;
}

export const LAUNCH: Heard = { kind: 'launch' };
export const ONE: Heard = { kind: 'ask', filter: {} };
export const answer = (text: string): Heard => ({ kind: 'answer', text });
/** Everything that is to be said, so that feedback comes at once. */
export const FULL = answer('i stop the shredding tell my boss and log it');
/** One of two musts: the coach listens on. */
export const PART = answer('i stop the shredding');
