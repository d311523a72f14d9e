import fc from 'fast-check';
import { attributesOf, carriedIn } from '../../lambda/alexa/session';
import type { Question } from '../../lambda/bank/types';
import { type Heard, PLAIN } from '../../lambda/coach/heard';
import { speak, ssml } from '../../lambda/speech/speak';
import { BANK, carriedFrom, contextOf, NOBODY, type Played, TODAY, turnOf } from './fixtures';

const WORDS = [
  'i stop the shredding',
  'i tell my boss',
  'i log it',
  'i finish the batch',
  'fine',
  'stop',
  'call',
  'a legal hold arrives',
];

const someWords = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((words) => words.join(' and ')) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 900 }) },
);

const topic = fc.constantFrom('holds', 'scanning', 'people', 'unknown-topic');
const filter = fc.record({ topic, level: fc.constantFrom('entry', 'experienced', 'senior') }, { requiredKeys: [] });

/** Anything that can be heard, answers more often than the rest. */
const heard: fc.Arbitrary<Heard> = fc.oneof(
  { weight: 6, arbitrary: someWords.map((text): Heard => ({ kind: 'answer', text })) },
  { weight: 10, arbitrary: fc.constantFrom(...PLAIN) },
  { weight: 3, arbitrary: filter.map((f): Heard => ({ kind: 'ask', filter: f })) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Heard>(
      { kind: 'launch' },
      { kind: 'ended' },
      { kind: 'ask', filter: {}, field: 'archivist' },
      { kind: 'switch-field', field: 'archivist' },
      { kind: 'switch-field', field: 'clerk' },
      { kind: 'switch-field', missing: 'dentist' },
      { kind: 'switch-field', field: 'dispatcher' },
      { kind: 'setting', setting: 'police' },
      { kind: 'setting' },
      { kind: 'name', text: 'people', topic: 'people' },
      { kind: 'explain' },
      { kind: 'practice', wish: { filter: {}, count: 3 } },
      { kind: 'practice', wish: { filter: {}, weak: true } },
      { kind: 'interview', wish: { minutes: 10 } },
    ),
  },
);

const conversation = fc.array(heard, { minLength: 1, maxLength: 30 });

function eachTurn(heards: readonly Heard[], check: (played: Played, heard: Heard, before: Played) => void): void {
  let played: Played = turnOf(NOBODY, { kind: 'launch' });
  for (const h of heards) {
    const before = played;
    played = turnOf(before, h);
    check(played, h, before);
  }
}

const spokenIn = ({ reply }: Played) => {
  if (reply === undefined) throw new Error('no reply');
  return speak(reply.say, reply.ask, { key: 'k', today: TODAY, locale: 'en-GB' });
};

test('whatever is said, the microphone is open if and only if something is asked, and there is always something to hear', () => {
  fc.assert(
    fc.property(conversation, (heards) => {
      eachTurn(heards, (played, h) => {
        if (h.kind === 'ended') return;
        const { speech, reprompt } = spokenIn(played);
        expect(speech.trim()).not.toBe('');
        expect(reprompt !== undefined).toBe(played.reply?.ask !== undefined);
        if (reprompt === undefined) expect(speech.endsWith('?')).toBe(false);
      });
    }),
    { numRuns: 300 },
  );
});

test('whatever is said, the words are valid SSML with at most ten seconds of breaks', () => {
  fc.assert(
    fc.property(conversation, (heards) => {
      eachTurn(heards, (played) => {
        const { speech, reprompt = '' } = spokenIn(played);
        for (const text of [speech, reprompt]) {
          const marked = ssml(text, 'slow');
          const inner = marked.replace(/<\/?(speak|prosody)[^<>]*>|<break time="10s"\/>/g, '');
          expect(inner).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|apos);)/);
          expect((marked.match(/<break/g) ?? []).length).toBeLessThanOrEqual(1);
          expect(marked.length).toBeLessThan(8000);
        }
      });
    }),
    { numRuns: 200 },
  );
});

test('whatever is said, the session survives JSON, parses as it was, and stays under four kilobytes', () => {
  fc.assert(
    fc.property(conversation, (heards) => {
      eachTurn(heards, (played) => {
        if (!played.reply?.ask) return;
        const { told, asked, reprompt = '' } = spokenIn(played);
        const learner = { ...played.reply.learner, last: { told, asked, reprompt } };
        const attributes = attributesOf(learner, undefined);
        const text = JSON.stringify(attributes);
        const back: unknown = JSON.parse(text);
        expect(Buffer.byteLength(text)).toBeLessThan(4096);
        expect(carriedIn(back)?.learner).toEqual(carriedFrom(learner));
      });
    }),
    { numRuns: 200 },
  );
});

/** The part of an interview that a question may stand in. */
const partOf = (question: Question | undefined): string | undefined => question?.place ?? question?.kind;

test('a question that was answered today is not asked again while others that fit are unseen', () => {
  fc.assert(
    fc.property(conversation, (heards) => {
      eachTurn(heards, ({ reply, world }, h, before) => {
        const stage = reply?.learner.stage;
        const asked = stage?.at === 'asking' ? stage.table.question : undefined;
        const fresh = reply?.say.some((act) => act.act === 'introduce');
        if (asked === undefined || !fresh || h.kind === 'launch' || reply === undefined) return;
        const { field, filter } = reply.learner.play;
        const questions = BANK.field(field)?.questions ?? [];
        const part = reply.learner.session?.kind === 'interview' && partOf(questions.find((q) => q.number === asked));
        const seen = new Set((before.world.fields[field]?.cards ?? []).map((card) => card.question));
        const unseen = questions.filter(
          (q) =>
            !seen.has(q.number) &&
            (!part || partOf(q) === part) &&
            q.number !== before.world.fields[field]?.open?.question &&
            (filter.topic === undefined || q.topic === filter.topic) &&
            (filter.level === undefined || q.level === filter.level) &&
            (filter.kind === undefined || q.kind === filter.kind),
        );
        if (unseen.length > 0) expect(seen.has(asked)).toBe(false);
        expect(world.me).toBeDefined();
      });
    }),
    { numRuns: 300 },
  );
});

test('deciding the same turn twice decides the same', () => {
  fc.assert(
    fc.property(conversation, (heards) => {
      let played: Played = turnOf(NOBODY, { kind: 'launch' });
      for (const h of heards) {
        const c = contextOf(played.turn);
        const [once, twice] = [turnOf(played, h, c), turnOf(played, h, c)];
        expect(twice).toEqual(once);
        played = once;
      }
    }),
    { numRuns: 100 },
  );
});

test('an answer is rated at most once a day, however often it is tried again', () => {
  fc.assert(
    fc.property(conversation, (heards) => {
      eachTurn(heards, ({ world }) => {
        for (const item of Object.values(world.fields)) {
          for (const card of item.cards) expect(card.attempts).toBeLessThanOrEqual(1);
        }
      });
    }),
    { numRuns: 200 },
  );
});
