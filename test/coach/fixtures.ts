import type { Bank, Field, Question } from '../../lambda/bank/types';
import { inField, learnerOf, meantIn, newMe, refreshed } from '../../lambda/coach/begin';
import { decide } from '../../lambda/coach/decide';
import type { Context, Decision, Reply } from '../../lambda/coach/draft';
import type { Came } from '../../lambda/coach/errand';
import type { Heard } from '../../lambda/coach/heard';
import type { KeptField, Me } from '../../lambda/coach/kept';
import type { Learner } from '../../lambda/coach/learner';
import { questionOf } from '../feedback/fixtures';

/** A small field: three topics, ten questions, all levels and kinds. */
const TOPICS = ['holds', 'scanning', 'people'] as const;

const holdQuestion = (id: string, number: number, more: Partial<Question> = {}): Question => ({
  ...questionOf(id, {
    setup: 'The truck is due at nine.',
    ask: 'A legal hold arrives that morning. What do you do?',
    hint: 'Think about what has to stay where it is.',
    why: 'They want to hear that you stop first.',
    points: {
      stop: {
        weight: 'must',
        say: 'stopping the destruction',
        slots: [
          ['stop', 'halt', 'cancel'],
          ['shredding', 'destruction'],
        ],
        examples: ['i stop the shredding'],
      },
      tell: {
        weight: 'must',
        say: 'telling the supervisor',
        slots: [
          ['tell', 'call', 'inform'],
          ['supervisor', 'boss', 'lawyer'],
        ],
        examples: ['i tell my supervisor'],
      },
      log: { weight: 'should', say: 'writing it down', slots: [['log', 'write down', 'note']], examples: ['i log it'] },
    },
    redFlags: {
      finish: { say: 'finishing the batch', slots: [['finish'], ['batch']], examples: ['i finish the batch'] },
    },
  }),
  number,
  topic: 'holds',
  sampleShort: 'I stop the shredding, I tell my supervisor, and I log what I did.',
  sampleLong: 'I stop the shredding first. Then I tell my supervisor, and I log what I did and when.',
  followUps: ['How would you know that the hold is over?'],
  links: ['holds-page'],
  terms: ['legal-hold'],
  ...more,
});

const QUESTIONS: readonly Question[] = [
  holdQuestion('holds-1', 1),
  holdQuestion('holds-2', 2, { level: 'senior', jurisdiction: 'us-federal' }),
  holdQuestion('scanning-1', 3, { topic: 'scanning', kind: 'knowledge' }),
  holdQuestion('scanning-2', 4, { topic: 'scanning', level: 'experienced', terms: [], links: [] }),
  holdQuestion('scanning-3', 5, { topic: 'scanning' }),
  holdQuestion('people-1', 6, { topic: 'people', kind: 'behavioural' }),
  holdQuestion('people-2', 7, { topic: 'people', kind: 'motivational' }),
  holdQuestion('people-3', 8, { topic: 'people', level: 'experienced', kind: 'behavioural' }),
  holdQuestion('people-4', 9, { topic: 'people', kind: 'motivational', place: 'opening' }),
  holdQuestion('people-5', 10, { topic: 'people', kind: 'motivational', place: 'closing' }),
];

const fieldOf = (id: string, name: string): Field => ({
  id,
  name,
  plural: `${name}s`,
  moreQuestions: 'more',
  topics: TOPICS.map((topic) => ({ id: topic, name: topic, aliases: [], link: 'holds-page' })),
  questions: QUESTIONS,
  links: [
    {
      id: 'holds-page',
      address: 'https://example.org/holds',
      short: 'example.org/holds',
      name: 'a page on holds',
      offers: 'what a hold is',
    },
    {
      id: 'more',
      address: 'https://example.org/more',
      short: 'example.org/more',
      name: 'a page of questions',
      offers: 'more questions',
    },
  ],
  terms: [{ id: 'legal-hold', term: 'legal hold', aliases: ['hold'], meaning: 'An order to keep records.' }],
});

/** A field with more questions than a day's share. */
const ARCHIVIST: Field = {
  ...fieldOf('archivist', 'archivist'),
  questions: [...QUESTIONS, ...[11, 12, 13, 14].map((n) => holdQuestion(`holds-${n}`, n))],
};

/** A field with questions for two settings: a topic of its own for the police, and one in a topic that is for everybody. */
const DISPATCHER: Field = {
  ...fieldOf('dispatcher', 'dispatcher'),
  topics: [...fieldOf('', '').topics, { id: 'police', name: 'police records', aliases: [] }],
  questions: [
    ...QUESTIONS,
    holdQuestion('police-1', 15, { topic: 'police', settings: ['police'] }),
    holdQuestion('police-2', 16, { topic: 'police', settings: ['police'], level: 'senior' }),
    holdQuestion('scanning-4', 17, { topic: 'scanning', settings: ['health', 'police'], kind: 'behavioural' }),
  ],
};

const FIELDS = [fieldOf('clerk', 'clerk'), ARCHIVIST, DISPATCHER];

export const BANK: Bank = {
  field: (id) => FIELDS.find((f) => f.id === id),
  named: (spoken) => FIELDS.find((f) => f.name === spoken)?.id,
  withTopic: (spoken) => FIELDS.find((f) => f.topics.some(({ name }) => name === spoken))?.id,
  fields: () => ({
    count: FIELDS.length,
    first: FIELDS.map((f) => ({ ...f, aliases: [], area: 'office', questions: f.questions.length })),
  }),
};

export const NOON = Date.UTC(2026, 10, 24, 12);
export const TODAY = NOON / 86_400_000 - 0.5;

/** What would be kept, in the plainest form: the model that conversations are played against. */
export interface World {
  readonly me?: Me;
  readonly fields: Readonly<Record<string, KeptField>>;
}

export interface Played {
  readonly world: World;
  readonly learner?: Learner;
  readonly reply?: Reply;
  readonly turn: number;
}

export const contextOf = (turn: number, day = 0): Context => ({
  now: NOON + turn * 20_000 + day * 86_400_000,
  today: TODAY + day,
  key: `request-${turn}`,
  session: 'session',
  bank: BANK,
  whose: 'household',
});

/** One turn: a launch, or a lost session, begins with what is kept. `came` is what comes of an errand. */
export function turnOf(
  before: Played,
  heard: Heard,
  c = contextOf(before.turn),
  came: Came = { came: 'done' },
): Played {
  const { world } = before;
  const begins = heard.kind === 'launch' || before.learner === undefined;
  const learner = begins
    ? learnerOf({ ...(world.me && { me: world.me }), fields: world.fields }, world.me ?? newMe(c.key, 'clerk'))
    : (before.learner ?? learnerOf({ fields: {} }, newMe(c.key, 'clerk')));
  const reply = decided(learner, heard, c, world, came);
  const kept = reply.change ? keptAfter(world, reply, c) : world.fields;
  const play = reply.learner.play;
  const item = kept[play.field];
  const next: Learner = {
    ...reply.learner,
    begun: true,
    play: { ...withoutDeck(play), ...(item && { version: item.version, seen: item.seen }) },
  };
  return {
    world: { me: reply.learner.me, fields: kept },
    ...((reply.ask || reply.handsOver) && { learner: next }),
    reply,
    turn: before.turn + 1,
  };
}

function decided(learner: Learner, heard: Heard, c: Context, world: World, came: Came): Reply {
  const decision = decide(learner, heard, c);
  if (decision.kind === 'reply') return decision;
  if (decision.kind === 'needs-errand') return replyOf(decide(learner, heard, { ...c, came }));
  const there = inField(learner, decision.field);
  return replyOf(decide(refreshed(there, world.fields[decision.field], c), meantIn(learner, decision.field, heard), c));
}

function replyOf(decision: Decision): Reply {
  if (decision.kind === 'reply') return decision;
  throw new Error('asked for the same thing twice');
}

/** The learner as the session carries them. */
export const carriedFrom = (learner: Learner): Learner => ({ ...learner, play: withoutDeck(learner.play) });

function withoutDeck({ deck: _, owed: __, ...play }: Learner['play']): Learner['play'] {
  return play;
}

function keptAfter(world: World, { change, base, learner }: Reply, c: Context): World['fields'] {
  const before = world.fields[base.field];
  const changed = change?.cards ?? [];
  const open = change?.open === undefined ? before?.open : (change.open ?? undefined);
  const item: KeptField = {
    epoch: learner.me.epoch,
    version: (before?.version ?? 0) + 1,
    at: Math.floor(c.now / 1000),
    seen: [...(before?.seen ?? []), c.key].slice(-16),
    ...(open && { open }),
    cards: [...(before?.cards ?? []).filter((card) => !changed.some((n) => n.question === card.question)), ...changed],
    loose: 0,
  };
  return { ...world.fields, [base.field]: item };
}

export const NOBODY: Played = { world: { fields: {} }, turn: 1 };

/** Plays a row of things heard from a first launch on. */
export const play = (...heard: readonly Heard[]): Played => heard.reduce((p, h) => turnOf(p, h), NOBODY);
