import * as v from 'valibot';
import { KINDS, LEVELS, SETTINGS } from '../bank/types';
import type { Card } from '../coach/card';
import { DAY_PARTS } from '../coach/heard';
import { RATES } from '../coach/kept';
import type { Learner } from '../coach/learner';
import { RATINGS } from '../feedback/types';

/** Raised when the shape of the attributes changes: a session of another version begins anew. */
const VERSION = 1;

const number = v.number();
/** Nothing that the skill says or takes along is longer. */
const text = v.pipe(v.string(), v.maxLength(5_000));
const bits = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A card travels as a row of numbers: nine of them a card, and a session carries up to a dozen cards. */
const card = v.pipe(
  v.strictTuple([number, number, number, number, number, number, number, number, bits]),
  v.transform(
    ([question, stability, difficulty, due, last, attempts, lapses, best, missed]): Card => ({
      question,
      stability,
      difficulty,
      due,
      last,
      attempts,
      lapses,
      best,
      missed,
    }),
  ),
);

const row = (c: Card): readonly number[] => [
  c.question,
  c.stability,
  c.difficulty,
  c.due,
  c.last,
  c.attempts,
  c.lapses,
  c.best,
  c.missed,
];

const session = v.object({
  kind: v.picklist(['practice', 'interview']),
  plan: v.array(number),
  position: v.pipe(number, v.integer(), v.minValue(-1)),
  outcomes: v.array(v.object({ question: number, said: bits, flagged: v.boolean() })),
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
  session: v.exactOptional(session),
  waiting: v.exactOptional(v.boolean()),
  card: v.exactOptional(card),
});

const play = v.object({
  field: text,
  version: v.exactOptional(number),
  reset: v.exactOptional(text),
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
  as: v.exactOptional(v.picklist(RATINGS)),
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
  probed: v.exactOptional(v.boolean()),
  untold: v.exactOptional(number),
});
const checking = v.object({ at: v.literal('checking'), table, point: bits, said: bits, stumbles });

const wish = v.object({
  count: v.exactOptional(number),
  minutes: v.exactOptional(number),
  filter,
  weak: v.exactOptional(v.boolean()),
  more: v.exactOptional(v.boolean()),
});

const want = v.variant('kind', [
  v.object({
    kind: v.literal('ask'),
    field: v.exactOptional(text),
    filter,
    missing: v.exactOptional(text),
  }),
  v.object({ kind: v.literal('practice'), wish, missing: v.exactOptional(text) }),
  v.object({
    kind: v.literal('interview'),
    wish: v.object({
      minutes: v.exactOptional(number),
      level: v.exactOptional(v.picklist(LEVELS)),
      setting: v.exactOptional(v.picklist(SETTINGS)),
    }),
  }),
  v.object({ kind: v.literal('switch-field'), field: v.exactOptional(text), missing: v.exactOptional(text) }),
]);

const minute = v.pipe(number, v.integer(), v.minValue(0), v.maxValue(1439));

const steady = v.variant('at', [
  v.object({ at: v.literal('lobby'), yes: v.picklist(['question', 'resume']), stumbles }),
  v.object({ at: v.literal('enough'), wish, stumbles }),
  v.object({
    at: v.literal('debriefing'),
    session,
    walked: v.pipe(number, v.integer(), v.minValue(-1)),
    yes: v.picklist(['walk', 'links']),
    stumbles,
  }),
  asking,
  collecting,
  v.object({
    at: v.literal('reviewing'),
    table,
    pieces: v.array(text),
    result,
    yes: v.picklist(['sample', 'try-again', 'next', 'debrief', 'count']),
    stumbles,
    over: v.exactOptional(v.literal(true)),
  }),
  checking,
]);

const stage = v.variant('at', [
  ...steady.options,
  v.object({ at: v.literal('confirming'), from: v.variant('at', [asking, collecting, checking]), want }),
  v.object({ at: v.literal('erasing'), from: steady, what: v.picklist(['which', 'data', 'all', 'field']) }),
  v.object({
    at: v.literal('reminding'),
    from: steady,
    open: v.variant('is', [
      v.object({ is: v.literal('time'), part: v.exactOptional(v.picklist(DAY_PARTS)) }),
      v.object({ is: v.literal('half'), minute }),
      v.object({ is: v.literal('yes'), minute, was: v.exactOptional(minute) }),
    ]),
  }),
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
  me: v.object({
    epoch: text,
    field: text,
    rate: v.picklist(RATES),
    selfCheck: v.boolean(),
    launches: number,
    zone: v.exactOptional(text),
    streak: v.exactOptional(v.object({ day: number, length: number })),
    setting: v.exactOptional(v.picklist(SETTINGS)),
  }),
  play,
  stage,
  session: v.exactOptional(session),
  tally: v.object({
    questions: number,
    said: number,
    of: number,
    next: v.exactOptional(number),
    others: v.exactOptional(number),
  }),
  last: v.exactOptional(v.object({ told: text, asked: text, reprompt: text })),
  helped: v.exactOptional(
    v.picklist([
      'lobby',
      'enough',
      'debriefing',
      'asking',
      'collecting',
      'reviewing',
      'checking',
      'confirming',
      'reminding',
      'erasing',
    ]),
  ),
  sent: v.exactOptional(v.array(text)),
  unsaved: v.array(v.object({ request: text, field: text, mark })),
  unkept: v.exactOptional(v.literal(true)),
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
  const carried = { version: VERSION, ...(person !== undefined && { person }), learner: { ...learner, play: playing } };
  return plainOf(carried);
}

/** Every part as it travels: wherever a card stands, it stands as a row, and what is not there takes no room. */
function plainOf(whole: object): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(whole)) if (part !== undefined) plain[key] = travels(part);
  return plain;
}

function travels(part: unknown): unknown {
  if (isCard(part)) return row(part);
  if (Array.isArray(part)) return part.map(travels);
  return typeof part === 'object' && part !== null ? plainOf(part) : part;
}

const isCard = (value: unknown): value is Card =>
  typeof value === 'object' && value !== null && 'stability' in value && 'lapses' in value;
