import { CARRIERS } from '../../interaction-model/intents';
import { EN } from '../../interaction-model/language/en';
import { filledSamples } from './filled';
import { eachModel, eachSample, type Finding, heard, type Intent, type Rule, SEARCH_QUERY, slotsIn } from './rule';

const SAMPLE_TEXT = /^(?:[\p{L}\p{M}\p{N} ._'-]|\{[A-Za-z_]+\})+$/u;

const freeSlots = (intent: Intent): readonly string[] =>
  (intent.slots ?? []).filter(({ type }) => type === SEARCH_QUERY).map(({ name }) => name);

const hasFree = (text: string, intent: Intent): boolean =>
  slotsIn(text).some((slot) => freeSlots(intent).includes(slot));

/** The samples of one text in several intents, by that text. */
const shared = (pairs: readonly (readonly [text: string, intent: string])[]): readonly Finding[] => {
  const owners = new Map<string, Set<string>>();
  for (const [text, intent] of pairs) owners.set(text, (owners.get(text) ?? new Set()).add(intent));
  return [...owners]
    .filter(([, intents]) => intents.size > 1)
    .map(([text, intents]) => ({ where: `"${text}"`, fault: `belongs to ${[...intents].join(' and ')}: keep one` }));
};

const utterances = (intents: readonly Intent[]): readonly (readonly [string, string])[] =>
  intents.flatMap(({ name, samples }) => (samples ?? []).map((text) => [heard(text), name] as const));

export const SAMPLE_RULES: readonly Rule[] = [
  {
    id: 'a8',
    says: 'An utterance with a SearchQuery slot has a carrier phrase.',
    check: eachSample(({ text, intent, reply }) =>
      reply === undefined && hasFree(text, intent) && text.replace(/\{[^}]*\}/g, '').trim() === ''
        ? 'has no words beside the slot: add a carrier, or make it a reply to the elicited slot'
        : undefined,
    ),
  },
  {
    id: 'a9',
    says: 'A SearchQuery slot stands alone in its utterance.',
    check: eachSample(({ text, intent }) =>
      hasFree(text, intent) && slotsIn(text).length > 1 ? 'has another slot: take it out' : undefined,
    ),
  },
  {
    id: 'a10',
    says: 'An intent has one SearchQuery slot at most.',
    check: eachModel(({ languageModel: { intents } }) =>
      intents
        .filter((intent) => freeSlots(intent).length > 1)
        .map(({ name }) => ({ where: name, fault: 'has several SearchQuery slots: keep one' })),
    ),
  },
  {
    id: 'a11',
    says: 'The words that are put back for a stripped carrier are one of its carriers.',
    check: eachModel(({ languageModel: { intents } }) =>
      Object.entries(CARRIERS)
        .filter(([, words]) => words !== '')
        .filter(([name, words]) => !intents.find((i) => i.name === name)?.samples?.includes(`${words} {answer}`))
        .map(([name, words]) => ({
          where: name,
          fault: `has no sample "${words} {answer}": add it, or correct CARRIERS`,
        })),
    ),
  },
  {
    id: 'a16',
    says: 'A sample has letters, blanks, periods, underscores, apostrophes, hyphens and slots only.',
    check: eachSample(({ text }) => (SAMPLE_TEXT.test(text) ? undefined : 'has other characters: write it in words')),
  },
  {
    id: 'a19',
    says: 'A sample stands in one intent, once.',
    check: eachModel(({ languageModel: { intents } }) => [
      ...shared(utterances(intents)),
      ...intents
        .filter(({ samples = [] }) => new Set(samples.map(heard)).size < samples.length)
        .map(({ name }) => ({ where: name, fault: 'has a sample twice: delete one' })),
    ]),
  },
  {
    id: 'a19-filled',
    says: 'A sample with its slots filled is no sample of another intent.',
    check: eachModel((model) => shared(filledSamples(model))),
  },
  {
    id: 'a27',
    says: "A sample of another intent is no usual phrase of one of Alexa's own.",
    check: eachModel(({ languageModel: { intents } }) => {
      const usual = Object.entries(EN.builtInPhrases).flatMap(([name, phrases]) =>
        phrases.map((phrase) => [heard(phrase), name] as const),
      );
      return shared([...usual, ...utterances(intents)]);
    }),
  },
  {
    id: 'samples',
    says: 'An intent of our own has 8 to 25 samples.',
    check: eachModel(({ languageModel: { intents } }) =>
      intents
        .filter(({ name, samples = [] }) => !name.startsWith('AMAZON.') && (samples.length < 8 || samples.length > 25))
        .map(({ name, samples = [] }) => ({ where: name, fault: `has ${samples.length} samples: write 8 to 25` })),
    ),
  },
];
