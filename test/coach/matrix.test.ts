import { attributesOf, carriedIn } from '../../lambda/alexa/session';
import type { Came } from '../../lambda/coach/errand';
import { CONSENTS, type Heard, PLAIN } from '../../lambda/coach/heard';
import { speak } from '../../lambda/speech/speak';
import { carriedFrom, contextOf, type Played, play, TODAY, turnOf } from './fixtures';

const answer = (text: string): Heard => ({ kind: 'answer', text });
const one: Heard = { kind: 'ask', filter: {} };

/** A way into every stage of a conversation. */
const STAGES: Readonly<Record<string, readonly Heard[]>> = {
  'lobby, first time': [{ kind: 'launch' }],
  'lobby, a question left open': [{ kind: 'launch' }, one, { kind: 'stop' }, { kind: 'launch' }],
  asking: [{ kind: 'launch' }, one],
  'asking, self-check offered': [{ kind: 'launch' }, one, { kind: 'fallback' }, { kind: 'fallback' }],
  collecting: [{ kind: 'launch' }, one, answer('i stop the shredding')],
  'collecting, self-check offered': [
    { kind: 'launch' },
    one,
    answer('i stop the shredding'),
    { kind: 'fallback' },
    { kind: 'fallback' },
  ],
  reviewing: [{ kind: 'launch' }, one, answer('i stop the shredding'), { kind: 'thats-all' }],
  'reviewing, everything said': [{ kind: 'launch' }, one, answer('i stop the shredding tell my boss and log it')],
  'reviewing, a point in doubt': [
    { kind: 'launch' },
    one,
    answer('i stop the shredding and call'),
    { kind: 'thats-all' },
  ],
  'reviewing after another try': [
    { kind: 'launch' },
    one,
    answer('i stop the shredding'),
    { kind: 'thats-all' },
    { kind: 'try-again' },
    answer('i tell my boss'),
    { kind: 'thats-all' },
  ],
  checking: [{ kind: 'launch' }, one, { kind: 'self-check' }, { kind: 'yes' }],
  'asking in a practice session': [{ kind: 'launch' }, { kind: 'practice', wish: { filter: {}, count: 2 } }],
  'reviewing in a practice session': [
    { kind: 'launch' },
    { kind: 'practice', wish: { filter: {}, count: 2 } },
    answer('i stop the shredding'),
    { kind: 'thats-all' },
  ],
  'reviewing the last of a practice session': [
    { kind: 'launch' },
    { kind: 'practice', wish: { filter: {}, count: 1 } },
    answer('i stop the shredding'),
    { kind: 'thats-all' },
  ],
  'asking in an interview': [{ kind: 'launch' }, { kind: 'interview', wish: { minutes: 10 } }],
  'collecting in an interview': [
    { kind: 'launch' },
    { kind: 'interview', wish: { minutes: 10 } },
    answer('i stop the shredding'),
  ],
  debriefing: [
    { kind: 'launch' },
    { kind: 'interview', wish: { minutes: 5 } },
    answer('i stop the shredding tell my boss and log it'),
    answer('i stop the shredding'),
    { kind: 'thats-all' },
    { kind: 'thats-all' },
  ],
  'debriefing, walked through': [
    { kind: 'launch' },
    { kind: 'interview', wish: { minutes: 5 } },
    answer('i stop the shredding tell my boss and log it'),
    answer('i stop the shredding tell my boss and log it'),
    { kind: 'yes' },
  ],
  'the lobby with a session left open': [
    { kind: 'launch' },
    { kind: 'practice', wish: { filter: {}, count: 3 } },
    answer('i stop the shredding tell my boss and log it'),
    { kind: 'launch' },
  ],
  'enough for today': [
    { kind: 'launch' },
    { kind: 'switch-field', field: 'archivist' },
    ...Array.from({ length: 10 }, (): readonly Heard[] => [
      { kind: 'next' },
      answer('i stop the shredding tell my boss and log it'),
    ]).flat(),
    { kind: 'practice', wish: { filter: {} } },
  ],
  'erasing in the lobby': [{ kind: 'launch' }, { kind: 'delete-data' }],
  'erasing with a question on the table': [{ kind: 'launch' }, one, { kind: 'reset' }],
  'erasing while an answer is collected': [
    { kind: 'launch' },
    one,
    answer('i stop the shredding'),
    { kind: 'reset-field' },
  ],
  'erasing after a session': [
    { kind: 'launch' },
    { kind: 'practice', wish: { filter: {}, count: 1 } },
    answer('i stop the shredding tell my boss and log it'),
    { kind: 'debrief' },
    { kind: 'reset-all' },
  ],
  'checking after a rehearsal': [{ kind: 'launch' }, one, { kind: 'rehearse' }],
  'reviewing, called easy': [
    { kind: 'launch' },
    one,
    answer('i stop the shredding'),
    { kind: 'thats-all' },
    { kind: 'was-easy' },
  ],
  'asking somebody who checks alone': [{ kind: 'launch' }, { kind: 'use-self-check' }, one],
  'lobby of a field with settings': [
    { kind: 'launch' },
    { kind: 'switch-field', field: 'dispatcher' },
    { kind: 'setting', setting: 'police' },
  ],
  confirming: [{ kind: 'launch' }, one, { kind: 'switch-field', field: 'archivist' }],
  'reminding, at what time': [{ kind: 'launch' }, { kind: 'remind', wish: { part: 'evening' } }],
  'reminding, morning or evening': [{ kind: 'launch' }, one, { kind: 'remind', wish: { minute: 420 } }],
  'reminding, agreed on the time': [{ kind: 'launch' }, one, { kind: 'remind', wish: { minute: 1140 } }],
  'reminding while an answer is collected': [
    { kind: 'launch' },
    one,
    answer('i stop the shredding'),
    { kind: 'remind', wish: { minute: 450, part: 'morning' } },
  ],
  'reminding after feedback': [
    { kind: 'launch' },
    one,
    answer('i stop the shredding'),
    { kind: 'thats-all' },
    { kind: 'remind', wish: {} },
  ],
};

/** Everything that can be heard. */
const EVENTS: readonly Heard[] = [
  ...PLAIN,
  { kind: 'launch' },
  { kind: 'ended' },
  one,
  { kind: 'ask', filter: { topic: 'people', level: 'experienced', kind: 'behavioural' } },
  { kind: 'ask', filter: { topic: 'people', level: 'senior', kind: 'knowledge' } },
  { kind: 'ask', filter: {}, field: 'archivist' },
  { kind: 'ask', filter: {}, missing: 'taxes' },
  { kind: 'practice', wish: { filter: {}, count: 3 } },
  { kind: 'practice', wish: { filter: { topic: 'people' }, minutes: 10 } },
  { kind: 'practice', wish: { filter: {}, weak: true } },
  { kind: 'practice', wish: { filter: {} }, missing: 'taxes' },
  { kind: 'interview', wish: {} },
  { kind: 'interview', wish: { minutes: 20, level: 'entry' } },
  { kind: 'rehearse' },
  { kind: 'rehearse', seconds: 25 },
  { kind: 'switch-field', field: 'archivist' },
  { kind: 'switch-field', field: 'clerk' },
  { kind: 'switch-field', missing: 'dentist' },
  { kind: 'switch-field' },
  { kind: 'topic-progress', topic: 'holds' },
  { kind: 'topic-progress', topic: 'people' },
  { kind: 'topic-progress', missing: 'taxes' },
  { kind: 'explain' },
  { kind: 'explain', term: 'legal-hold' },
  { kind: 'explain', missing: 'quantum' },
  { kind: 'remind', wish: {} },
  { kind: 'remind', wish: { minute: 420 } },
  { kind: 'remind', wish: { minute: 420, part: 'night' } },
  { kind: 'remind', wish: { part: 'afternoon' } },
  { kind: 'time', wish: { minute: 0 } },
  { kind: 'time', wish: { minute: 719 } },
  { kind: 'time', wish: { minute: 725 } },
  { kind: 'time', wish: { part: 'evening' } },
  ...CONSENTS.flatMap((consent) => [
    { kind: 'consent', consent, minute: 420 } as const,
    { kind: 'consent', consent } as const,
  ]),
  { kind: 'name', text: 'people', topic: 'people' },
  { kind: 'name', text: 'archivist', field: 'archivist' },
  { kind: 'name', text: 'dentist' },
  { kind: 'name', text: 'a hospital', setting: 'health' },
  { kind: 'setting', setting: 'police' },
  { kind: 'setting', missing: 'a zoo' },
  { kind: 'setting' },
  { kind: 'switch-field', field: 'dispatcher' },
  answer('fine'),
  answer('i stop the shredding and tell my supervisor'),
  answer('i finish the batch'),
  answer('A legal hold arrives that morning. What do you do?'),
  answer(''),
];

/** Everything that an errand to the reminders may come back with. */
const CAME: readonly Came[] = [
  { came: 'done' },
  { came: 'done', was: 420 },
  { came: 'done', was: 1140 },
  { came: 'refused' },
  { came: 'unsupported' },
  { came: 'no-answer', sent: false },
  { came: 'no-answer', sent: true },
];

/** What may need an errand. */
const ERRANDS = EVENTS.filter(({ kind }) =>
  ['yes', 'remind', 'time', 'consent', 'stop-reminding', 'when-reminded'].includes(kind),
);

const MOST_WORDS = 60;
const MOST_WORDS_SAMPLE = 120;

describe.each(Object.entries(STAGES))('in %s', (_, way) => {
  const here = play(...way);

  test.each(EVENTS.map((heard) => [JSON.stringify(heard), heard] as const))('%s is answered', (_, heard) => {
    const next = turnOf(here, heard);
    keepsTheRules(next, heard);
  });

  test.each(CAME.map((came) => [JSON.stringify(came), came] as const))('errands may come to %s', (_, came) => {
    for (const heard of ERRANDS) keepsTheRules(turnOf(here, heard, contextOf(here.turn), came), heard);
  });
});

function keepsTheRules({ reply }: Played, heard: Heard): void {
  if (reply === undefined) throw new Error('no reply');
  const { speech, told, asked, reprompt } = speak(reply.say, reply.ask, { key: 'k', today: TODAY, locale: 'en-US' });
  if (heard.kind === 'ended') {
    expect(reply.ask).toBeUndefined();
    return;
  }
  expect(speech).not.toBe('');
  expect(`${speech} ${reprompt ?? ''}`).not.toMatch(/undefined|null|NaN|\[object| {2}|\.\./);
  const sample = reply.say.some((act) => act.act === 'sample');
  expect(speech.split(/\s+/).length).toBeLessThanOrEqual(sample ? MOST_WORDS_SAMPLE : MOST_WORDS);
  expect(reply.ask && reply.handsOver).toBeUndefined();
  if (reply.ask === undefined) {
    expect(speech).not.toMatch(/\?$/);
  } else {
    expect(reprompt).toBeTruthy();
    expect(reprompt).not.toBe(speech);
  }
  const learner = { ...reply.learner, last: { told, asked, reprompt: reprompt ?? '' } };
  const attributes = attributesOf(learner, 'person');
  const carried = JSON.parse(JSON.stringify(attributes));
  expect(Buffer.byteLength(JSON.stringify(attributes))).toBeLessThan(4096);
  expect(carriedIn(carried)?.learner).toEqual(carriedFrom(learner));
}
