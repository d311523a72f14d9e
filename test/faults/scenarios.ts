import { intent } from '../bundle/bundle';
import type { Behaviour } from './alexa-services';
import type { Part } from './listener';
import type { Fault, Plan } from './proxy';

/** What goes wrong, and when, for a listener who has practised once before. */
export interface Scenario {
  readonly what: string;
  /** The part of the session in which it goes wrong; from the first on, where it lasts. */
  readonly when: Part | 'the whole session';
  readonly plan?: Plan;
  /** Requests reach the database when nobody waits for them any more. */
  readonly lateArrivals?: true;
  /** The database refuses connections, for everybody. */
  readonly refused?: true;
  /** Alexa's own services. */
  readonly services?: Behaviour;
  /** A listener of whom nothing is known yet. */
  readonly isNew?: true;
  /** The same person answers on another device meanwhile. */
  readonly elsewhere?: true;
  /** Milliseconds by which the clock steps back before it. */
  readonly back?: number;
  /** What stands in the table by then, instead of what the skill wrote. */
  readonly found?: 'garbage in the cards' | 'garbage for a learner' | 'a newer version';
  /** Said instead of the usual requests. */
  readonly says?: readonly Readonly<Record<string, unknown>>[];
  /** Answers that are graded; one, where nothing is said. */
  readonly graded?: number;
  /** False where the listener is told that nothing is kept. */
  readonly kept?: false;
}

const always =
  (fault: Fault): Plan =>
  () =>
    fault;
const first =
  (...faults: readonly Fault[]): Plan =>
  (_, nth) =>
    faults[nth] ?? { is: 'none' };
const onWrites =
  (fault: Fault): Plan =>
  (operation) =>
    operation === 'Query' || operation === 'GetItem' ? { is: 'none' } : fault;

const refusal = (name: string, status = 400): Fault => ({ is: 'refusal', status, name });
const THROTTLED = refusal('ProvisionedThroughputExceededException');
const HUNG: Fault = { is: 'hung' };
const LATE: Fault = { is: 'slow', ms: 600 };

/** Whatever the database may do while a session opens and while an answer is graded. */
const DATABASE: readonly (readonly [what: string, plan: Plan, lateArrivals?: true])[] = [
  ['no answer', always(HUNG)],
  ['an answer that stops in the middle', always({ is: 'stalled' })],
  ['every answer 0.6 s late', always(LATE)],
  ['answers later than anybody waits', always({ is: 'slow', ms: 2_800 }), true],
  ['no answer at first, a late one then', first(HUNG, LATE)],
  ['throttled once', first(THROTTLED)],
  ['throttled', always(THROTTLED)],
  [
    'throttled, and told to come back in a minute',
    always({ is: 'refusal', status: 400, name: 'ThrottlingException', retryAfter: 60 }),
  ],
  ['status 500 once', first(refusal('InternalServerError', 500))],
  ['status 500', always(refusal('InternalServerError', 500))],
  ['an HTML page', always({ is: 'page' })],
  ['connection cut before it took effect', always({ is: 'cut-before' })],
  ['table missing', always(refusal('ResourceNotFoundException'))],
  ['access denied', always(refusal('AccessDeniedException'))],
];

const WRITES: typeof DATABASE = [
  ['connection cut after it took effect, once', first({ is: 'cut-after' })],
  ['connection cut after it took effect', onWrites({ is: 'cut-after' })],
  ['an answer that stops after it took effect', onWrites({ is: 'stalled' })],
  ['the condition fails, each time', onWrites(refusal('ConditionalCheckFailedException'))],
  ['item too large', onWrites(refusal('ValidationException'))],
];

const during =
  (when: Part) =>
  ([what, plan, lateArrivals]: (typeof DATABASE)[number]): Scenario => ({
    what: `Database: ${what}`,
    when,
    plan,
    ...(lateArrivals && { lateArrivals }),
  });

const MINUTE = 60_000;
/** A reminder is asked for, and agreed to. */
const REMIND = [intent('RemindIntent', { time: { value: '07:00' } }), intent('AMAZON.YesIntent')];

export const SCENARIOS: readonly Scenario[] = [
  ...DATABASE.map(during('opening')),
  ...[...DATABASE, ...WRITES].map(during('answering')),
  { what: 'Database: no answer', when: 'leaving', plan: always(HUNG) },
  { what: 'Database: no answer', when: 'the whole session', plan: always(HUNG), kept: false },
  { what: 'Database: no answer, a new listener', when: 'opening', plan: always(HUNG), isNew: true },
  { what: 'Database: no answer, a new listener', when: 'answering', plan: always(HUNG), isNew: true },
  { what: 'Another device answers meanwhile', when: 'answering', elsewhere: true, graded: 2 },
  { what: 'Clock: ten minutes back', when: 'opening', back: 10 * MINUTE },
  { what: 'Clock: two days back', when: 'opening', back: 2 * 1440 * MINUTE },
  { what: 'Clock: ten minutes back', when: 'answering', back: 10 * MINUTE },
  { what: 'Table: garbage in the cards', when: 'opening', found: 'garbage in the cards' },
  { what: 'Table: garbage for a learner', when: 'opening', found: 'garbage for a learner' },
  { what: 'Table: an item of a newer version', when: 'the whole session', found: 'a newer version', kept: false },
  ...(['hung', 'down', 'nonsense', 'refused'] as const).flatMap((services): readonly Scenario[] => [
    { what: `Settings: ${services}`, when: 'opening', services, isNew: true },
    { what: `Reminders: ${services}`, when: 'leaving', services, says: REMIND },
  ]),
  {
    what: 'Settings: hung, and the database slow',
    when: 'opening',
    services: 'hung',
    plan: first(HUNG, LATE),
    isNew: true,
  },
];

export const REFUSED: readonly Scenario[] = (['opening', 'answering'] as const).map((when) => ({
  what: 'Database: connection refused',
  when,
  refused: true,
}));
