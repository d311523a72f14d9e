import { attributesOf, carriedIn } from '../../lambda/alexa/session';
import { type Heard, PLAIN } from '../../lambda/coach/heard';
import { speak } from '../../lambda/speech/speak';
import { type Played, play, TODAY, turnOf } from './fixtures';

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
  confirming: [{ kind: 'launch' }, one, { kind: 'switch-field', field: 'archivist' }],
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
  { kind: 'switch-field', field: 'archivist' },
  { kind: 'switch-field', field: 'clerk' },
  { kind: 'switch-field', missing: 'dentist' },
  { kind: 'switch-field' },
  { kind: 'explain' },
  { kind: 'explain', term: 'legal-hold' },
  { kind: 'explain', missing: 'quantum' },
  { kind: 'name', text: 'people', topic: 'people' },
  { kind: 'name', text: 'archivist', field: 'archivist' },
  { kind: 'name', text: 'dentist' },
  answer('fine'),
  answer('i stop the shredding and tell my supervisor'),
  answer('i finish the batch'),
  answer('A legal hold arrives that morning. What do you do?'),
  answer(''),
];

const MOST_WORDS = 60;
const MOST_WORDS_SAMPLE = 120;

describe.each(Object.entries(STAGES))('in %s', (_, way) => {
  const here = play(...way);

  test.each(EVENTS.map((heard) => [JSON.stringify(heard), heard] as const))('%s is answered', (_, heard) => {
    const next = turnOf(here, heard);
    keepsTheRules(next, heard);
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
  if (reply.ask === undefined) {
    expect(speech).not.toMatch(/\?$/);
  } else {
    expect(reprompt).toBeTruthy();
    expect(reprompt).not.toBe(speech);
  }
  const attributes = attributesOf({ ...reply.learner, last: { told, asked, reprompt: reprompt ?? '' } }, 'person');
  const carried = JSON.parse(JSON.stringify(attributes));
  expect(Buffer.byteLength(JSON.stringify(attributes))).toBeLessThan(4096);
  expect(carriedIn(carried)?.learner).toEqual(carried.learner);
}
