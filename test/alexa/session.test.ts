import { attributesOf, carriedIn } from '../../lambda/alexa/session';
import type { Heard } from '../../lambda/coach/heard';
import type { Learner } from '../../lambda/coach/learner';
import { play } from '../coach/fixtures';

const launch: Heard = { kind: 'launch' };
const ask: Heard = { kind: 'ask', filter: { topic: 'holds', level: 'entry' } };
const piece: Heard = { kind: 'answer', text: 'i stop the shredding' };
const rest: Heard = { kind: 'answer', text: 'i tell my boss' };
const archivist: Heard = { kind: 'switch-field', field: 'archivist' };
const practice: Heard = { kind: 'practice', wish: { filter: {} } };
const other: Heard = { kind: 'ask', filter: { kind: 'behavioural' } };

/** A row of things heard that leads to each stage, with everything that a session may carry there. */
const STAGES: Readonly<Record<Learner['stage']['at'], readonly Heard[]>> = {
  lobby: [launch],
  asking: [launch, ask, { kind: 'fallback' }],
  collecting: [launch, ask, piece],
  reviewing: [launch, ask, { kind: 'skip' }, ask, { kind: 'yes' }, piece, rest],
  checking: [launch, ask, { kind: 'self-check' }, { kind: 'yes' }],
  confirming: [launch, ask, piece, other],
  erasing: [launch, ask, piece, { kind: 'delete-data' }],
  enough: [
    launch,
    archivist,
    ...Array.from({ length: 10 }, () => [{ kind: 'next' }, piece, rest] as const).flat(),
    practice,
  ],
  reminding: [launch, ask, piece, { kind: 'remind', wish: { minute: 420 } }],
  debriefing: [launch, { kind: 'practice', wish: { filter: {}, count: 1 } }, piece, rest, { kind: 'debrief' }],
};

function learnerAfter(heard: readonly Heard[]): Learner {
  const { learner } = play(...heard);
  if (learner === undefined) throw new Error('nobody there');
  return { ...learner, last: { told: 'Here is one.', asked: 'Why?', reprompt: 'Take your time.' } };
}

/** What Alexa gives back of what it was given. */
const overTheWire = (attributes: unknown): unknown => JSON.parse(JSON.stringify(attributes));

describe.each(Object.entries(STAGES))('a session that is %s', (stage, heard) => {
  const learner = learnerAfter(heard);
  const attributes = attributesOf(learner, 'amzn1.ask.person.SAM');

  test('is there', () => {
    expect(learner.stage.at).toBe(stage);
  });

  test('comes back as it was, but for the deck', () => {
    const { deck: _, owed: __, ...carried } = learner.play;
    expect(carriedIn(overTheWire(attributes))).toEqual({
      version: 1,
      person: 'amzn1.ask.person.SAM',
      learner: { ...learner, play: carried },
    });
  });

  test('is small', () => {
    expect(Buffer.byteLength(JSON.stringify(attributes))).toBeLessThan(4096);
  });

  test('is refused when any part of it was put in place of another', () => {
    for (const path of leavesOf(attributes)) {
      expect({ path, carried: carriedIn(replaced(attributes, path, { not: 'ours' })) }).toEqual({
        path,
        carried: undefined,
      });
    }
  });

  test('is refused when any part of it that is always there is missing', () => {
    for (const path of [
      ['version'],
      ['learner'],
      ['learner', 'me', 'epoch'],
      ['learner', 'play', 'seen'],
      ['learner', 'stage', 'at'],
    ]) {
      expect(carriedIn(replaced(attributes, path, undefined))).toBeUndefined();
    }
  });
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['no attributes yet', {}],
  ['a text', 'learner'],
  ['a list', []],
  ['an older version', { ...attributesOf(learnerAfter([launch]), undefined), version: 0 }],
  ['a later version', { ...attributesOf(learnerAfter([launch]), undefined), version: 2 }],
  ['a version of another kind', { ...attributesOf(learnerAfter([launch]), undefined), version: '1' }],
  ['another skill', { quiz: { score: 3 } }],
  ['a person who is none', { ...attributesOf(learnerAfter([launch]), undefined), person: 7 }],
])('%s carries nobody', (_, session) => {
  expect(carriedIn(session)).toBeUndefined();
});

test('points that were never bits are refused', () => {
  const attributes = attributesOf(learnerAfter(STAGES.collecting), undefined);
  for (const said of [-1, 0.5, '3']) {
    expect(carriedIn(replaced(attributes, ['learner', 'stage', 'said'], said))).toBeUndefined();
  }
});

test('what nobody put there is left out', () => {
  const attributes = attributesOf(learnerAfter(STAGES.asking), undefined);
  const edited: unknown = JSON.parse(
    JSON.stringify({ ...attributes, admin: true }).replace(
      '"learner":{',
      '"learner":{"__proto__":{"admin":true},"x":1,',
    ),
  );
  const carried = carriedIn(edited);
  expect(carried).toEqual(carriedIn(attributes));
  expect(carried?.learner).not.toHaveProperty('admin');
});

type Path = readonly string[];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The paths of everything that is no object, lists included. */
const leavesOf = (value: Readonly<Record<string, unknown>>): readonly Path[] =>
  Object.entries(value).flatMap(([key, part]) =>
    isObject(part) ? leavesOf(part).map((path) => [key, ...path]) : [[key]],
  );

function replaced(value: Readonly<Record<string, unknown>>, path: Path, by: unknown): Record<string, unknown> {
  const [key = '', ...rest] = path;
  const part = value[key];
  return { ...value, [key]: rest.length > 0 && isObject(part) ? replaced(part, rest, by) : by };
}
