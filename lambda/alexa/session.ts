import * as v from 'valibot';
import { KINDS, LEVELS } from '../bank/types';
import { RATES } from '../coach/kept';
import type { Learner } from '../coach/learner';
import { RATINGS } from '../feedback/types';

/** Raised when the shape of the attributes changes: a session of another version begins anew. */
const VERSION = 1;

const number = v.number();
const text = v.string();
const bits = v.pipe(v.number(), v.integer(), v.minValue(0));

const card = v.object({
  question: number,
  stability: number,
  difficulty: number,
  due: number,
  last: number,
  attempts: number,
  lapses: number,
  best: number,
  missed: bits,
});

const table = v.object({ question: number, card: v.exactOptional(card), earlier: v.exactOptional(bits) });

const filter = v.object({
  topic: v.exactOptional(text),
  level: v.exactOptional(v.picklist(LEVELS)),
  kind: v.exactOptional(v.picklist(KINDS)),
});

const open = v.object({
  question: number,
  at: number,
  holder: text,
  heard: bits,
  begun: v.boolean(),
  flagged: v.boolean(),
  card: v.exactOptional(card),
});

const play = v.object({
  field: text,
  version: v.exactOptional(number),
  seen: v.array(text),
  open: v.exactOptional(open),
  filter,
  hand: v.array(v.object({ question: number, card: v.exactOptional(card) })),
  topic: v.exactOptional(text),
  before: v.exactOptional(table),
  untidy: v.exactOptional(v.boolean()),
});

const result = v.object({
  said: bits,
  flagged: v.boolean(),
  prior: v.exactOptional(card),
  rated: v.boolean(),
  named: v.exactOptional(bits),
});

const stumbles = number;
const asking = v.object({ at: v.literal('asking'), table, stumbles, offered: v.boolean() });
const collecting = v.object({
  at: v.literal('collecting'),
  table,
  pieces: v.array(text),
  said: bits,
  flagged: v.boolean(),
  stumbles,
  offered: v.boolean(),
});
const checking = v.object({ at: v.literal('checking'), table, point: bits, said: bits, stumbles });

const want = v.variant('kind', [
  v.object({
    kind: v.literal('ask'),
    field: v.exactOptional(text),
    filter,
    missing: v.exactOptional(text),
  }),
  v.object({ kind: v.literal('switch-field'), field: v.exactOptional(text), missing: v.exactOptional(text) }),
]);

const stage = v.variant('at', [
  v.object({ at: v.literal('lobby'), yes: v.picklist(['question', 'resume']), stumbles }),
  asking,
  collecting,
  v.object({
    at: v.literal('reviewing'),
    table,
    pieces: v.array(text),
    result,
    yes: v.picklist(['sample', 'try-again', 'next', 'count']),
    stumbles,
  }),
  checking,
  v.object({ at: v.literal('confirming'), from: v.variant('at', [asking, collecting, checking]), want }),
]);

const mark = v.variant('as', [
  v.object({
    as: v.literal('rated'),
    question: number,
    rating: v.picklist(RATINGS),
    day: number,
    coverage: number,
    missed: bits,
    instead: v.exactOptional(v.object({ prior: v.exactOptional(card), attempts: number })),
  }),
  v.object({ as: v.literal('improved'), question: number, coverage: number, missed: bits }),
  v.object({ as: v.literal('put-away'), question: number, day: number }),
]);

const learner: v.GenericSchema<unknown, Learner> = v.object({
  me: v.object({ epoch: text, field: text, rate: v.picklist(RATES), launches: number }),
  play,
  stage,
  tally: v.object({
    questions: number,
    said: number,
    of: number,
    next: v.exactOptional(number),
    others: v.exactOptional(number),
  }),
  last: v.exactOptional(v.object({ told: text, asked: text, reprompt: text })),
  helped: v.exactOptional(v.picklist(['lobby', 'asking', 'collecting', 'reviewing', 'checking', 'confirming'])),
  unsaved: v.array(v.object({ request: text, field: text, mark })),
  begun: v.boolean(),
  adrift: v.boolean(),
  warned: v.boolean(),
});

const attributes = v.object({ version: v.literal(VERSION), person: v.exactOptional(text), learner });

/** What a session carries: the learner, and who that is. */
export interface Carried {
  readonly learner: Learner;
  /** The recognized person at the start of the session; who comes and goes later changes nothing. */
  readonly person?: string;
}

/** What the session carries; nothing when the attributes are of another version, or not ours. */
export function carriedIn(session: unknown): Carried | undefined {
  const parsed = v.safeParse(attributes, session);
  return parsed.success ? parsed.output : undefined;
}

/** Session attributes for a learner: plain data under 4 kB. The deck never travels. */
export function attributesOf(learner: Learner, person: string | undefined): Record<string, unknown> {
  const { deck: _, owed: __, ...playing } = learner.play;
  return { version: VERSION, ...(person !== undefined && { person }), learner: { ...learner, play: playing } };
}
