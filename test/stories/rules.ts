import { z } from 'zod';
import type { Bank, Question } from '../../lambda/bank/types';
import { heardOf } from '../../simulator/response';
import type { Turn } from '../../simulator/turn';

/** Words before the listener's turn, beside those of a sample answer. The long one is as long as it is. */
const MOST_WORDS = 60;
const MOST_WORDS_OF_SAMPLE = 90;
/** Bytes as JSON. */
const LARGEST_SESSION = 4 * 1024;
const LARGEST_RESPONSE = 24 * 1024;

/** Invitations that ask without a question mark. */
const INVITES = /(Go ahead with your answer|Start with: my answer is|say that's all|say hint, or skip)\.$/;

/** Erasing looks and deletes until nothing is left: as many calls as it takes. */
const ERASED = /^(Done\. .* is (deleted|reset)\.|I couldn't (delete|reset) )/;

/** What the rules need to know of the bank: everything that is read out of it and may end in a full stop, or be long. */
export interface Known {
  readonly asked: readonly string[];
  readonly samples: readonly string[];
  readonly longSamples: readonly string[];
}

/** Of the first fields of the bank, which are all that stories are about. */
export function knownOf(bank: Bank): Known {
  const questions: readonly Question[] = bank.fields().first.flatMap(({ id }) => bank.field(id)?.questions ?? []);
  return {
    asked: questions.flatMap((q) => [q.ask, ...q.followUps]),
    samples: questions.map((q) => q.sampleShort),
    longSamples: questions.map((q) => q.sampleLong),
  };
}

const Answer = z.looseObject({
  sessionAttributes: z.unknown().optional(),
  response: z.looseObject({ shouldEndSession: z.unknown().optional() }).optional(),
});

/** The rules for every reply that a turn breaks, as sentences. `isFirst`: the learner begins with it. */
export function broken(turn: Turn, known: Known, isFirst: boolean): readonly string[] {
  const speech = heardOf(turn.ssml);
  const reprompt = turn.reprompt === undefined ? undefined : heardOf(turn.reprompt);
  const answer = Answer.parse(turn.response ?? {});
  const asks = speech.endsWith('?') || INVITES.test(speech) || known.asked.some((ask) => speech.endsWith(ask));
  const erases = ERASED.test(speech);
  const said = turn.request !== undefined && speech !== '';
  // Alexa's own dialog takes over; the simulator sees that nothing else is set.
  const handsOver = turn.directives.some((type) => type.startsWith('Connections.'));
  const faults: readonly (readonly [boolean, string])[] = [
    [
      turn.open !== (reprompt !== undefined),
      `the microphone is ${turn.open ? 'open without' : 'shut with'} a reprompt`,
    ],
    [
      said && turn.open !== asks,
      turn.open ? 'the microphone is open and nothing is asked' : 'something is asked of a shut microphone',
    ],
    [isAnswered(turn) && speech === '', 'nothing is said'],
    [said && reprompt === speech, 'the reprompt is the speech again'],
    [
      !handsOver && turn.response !== null && typeof answer.response?.shouldEndSession !== 'boolean',
      'shouldEndSession is not set',
    ],
    [tooLong(speech, known), `${wordsIn(speech)} words are spoken`],
    [
      bytes(answer.sessionAttributes) >= LARGEST_SESSION,
      `${bytes(answer.sessionAttributes)} bytes of session attributes`,
    ],
    [bytes(turn.response) >= LARGEST_RESPONSE, `a response of ${bytes(turn.response)} bytes`],
    [!erases && turn.calls.read > 1, `${turn.calls.read} reads`],
    [!erases && turn.calls.write > (isFirst ? 2 : 1), `${turn.calls.write} writes`],
  ];
  return [...turn.warnings, ...faults.flatMap(([breaks, fault]) => (breaks ? [fault] : []))];
}

/** Everything that a listener does is answered; only the end of a session is not. */
const isAnswered = ({ request }: Turn): boolean =>
  request !== undefined && request.request.type !== 'SessionEndedRequest';

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;
const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value ?? {}));

function tooLong(speech: string, { samples, longSamples }: Known): boolean {
  const sample = [...samples, ...longSamples].find((text) => speech.includes(text)) ?? '';
  const isLong = longSamples.includes(sample);
  return wordsIn(speech.replace(sample, '')) > MOST_WORDS || (!isLong && wordsIn(sample) > MOST_WORDS_OF_SAMPLE);
}
