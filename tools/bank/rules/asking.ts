import { error, type Problem, warning } from '../problem';
import { countWords, sentencesOf, spokenSeconds } from '../words';
import type { QuestionRule } from './rule';

const SETUP_WORDS = 35;
const ASK_WORDS = { least: 4, most: 22, limit: 28 };
const YES_OR_NO =
  /^(?:do|does|did|is|are|am|was|were|can|could|have|has|had|will|would|shall|should|may|might|must|need)(?:n't)?\b/i;
const CLAUSE_FIRST = /^(?:if|when|while|after|before|once|suppose|imagine)\b[^,]*,\s*/i;

/** A question is one ask, short enough to be kept in mind, that yes or no would not answer. */
export const asksOneThing: QuestionRule = ({ source: { value, at } }) => [
  ...oneMark(value.ask).map((message) => error(at('ask'), message)),
  ...askLength(value.ask, at('ask')),
  ...yesOrNo(value.ask).map((message) => error(at('ask'), message)),
  ...setupLength(value.setup ?? '').map((message) => error(at('setup'), message)),
];

function oneMark(ask: string): string[] {
  const marks = ask.split('?').length - 1;
  if (marks !== 1) return [`the ask has ${marks} question marks; ask one thing, with one question mark`];
  return ask.endsWith('?')
    ? []
    : ['the ask goes on after its question mark; end with the question, so that one knows to talk'];
}

function askLength(ask: string, place: { file: string; line: number }): Problem[] {
  const words = countWords(ask);
  const { least, most, limit } = ASK_WORDS;
  if (words < least) return [error(place, `the ask has ${words} words; ${least} to ${most} can be understood by ear`)];
  if (words > limit)
    return [error(place, `the ask has ${words} words; cut it to ${most} or fewer, or move some to setup`)];
  return words > most
    ? [warning(place, `the ask has ${words} words; ${most} or fewer are easier to keep in mind`)]
    : [];
}

function yesOrNo(ask: string): string[] {
  const question = sentencesOf(ask).find((sentence) => sentence.endsWith('?')) ?? '';
  const opener = YES_OR_NO.exec(question.replace(CLAUSE_FIRST, ''))?.[0];
  return opener === undefined
    ? []
    : [`"${opener} …" can be answered by yes or no; begin with what, how, why, which or who`];
}

function setupLength(setup: string): string[] {
  const words = countWords(setup);
  return words > SETUP_WORDS ? [`the setup has ${words} words; cut it to ${SETUP_WORDS} or fewer`] : [];
}

/** Words of a sample answer: what is meant, and from where on it is no sample of its kind any more. */
interface Band {
  readonly least: number;
  readonly most: number;
  readonly lower: number;
  readonly upper: number;
}
const SHORT: Band = { least: 60, most: 85, lower: 45, upper: 105 };
const LONG: Band = { least: 125, most: 190, lower: 95, upper: 230 };

/** Sample answers last as long as they should and are told by a person. */
export const samplesFitTheirTime: QuestionRule = ({ source: { value, at } }) =>
  (
    [
      ['sampleShort', SHORT],
      ['sampleLong', LONG],
    ] as const
  ).flatMap(([key, band]) => [
    ...sampleLength(value[key], band).map(({ far, message }) => (far ? error : warning)(at(key), `${key} ${message}`)),
    ...(/\b(?:I|my|My)\b/.test(value[key])
      ? []
      : [error(at(key), `${key} is not told in the first person; say what I do, or what my view is`)]),
  ]);

function sampleLength(text: string, { least, most, lower, upper }: Band): { far: boolean; message: string }[] {
  const words = countWords(text);
  if (words >= least && words <= most) return [];
  const advice = words < least ? 'say more' : 'cut it';
  const message = `has ${words} words, ${spokenSeconds(text)} seconds; ${advice}: ${least} to ${most} words are meant`;
  return [{ far: words < lower || words > upper, message }];
}
