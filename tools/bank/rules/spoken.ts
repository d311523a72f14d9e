import { error, type Place, type Problem, warning } from '../problem';
import { type Context, claimsOf, type FolderRule, type QuestionRule } from './rule';

/** A text that the voice reads out. */
interface Spoken {
  readonly text: string;
  readonly place: () => Place;
}

const UNSPEAKABLE: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:e\.g|i\.e|etc|vs|cf|approx|dept|incl|misc|Mr|Mrs|Dr|St|Inc|Ltd)\./i,
    'write the word out instead of shortening it',
  ],
  [/\b(?:[A-Z]\.){2,}/, 'write the abbreviation without dots, or better in words'],
  [/https?:|www\./, 'an address is never read out; say what the page is called'],
  [/[()[\]{}<>]/, 'brackets cannot be heard; make it a sentence of its own'],
  [/\//, 'a slash cannot be heard; write "or" or "and"'],
  [/[—–]|--|\s-\s/, 'a dash cannot be heard; use a comma or a new sentence'],
  [/[*_#~^|=+\\]/, 'this character cannot be heard; leave it out or say it in words'],
];

function unspeakable({ text, place }: Spoken): Problem[] {
  return UNSPEAKABLE.flatMap(([pattern, advice]) => {
    const found = pattern.exec(text);
    return found ? [error(place(), `"${around(text, found.index)}": ${advice}`)] : [];
  });
}

/** A few words either side, so that the author finds the spot in a folded text. */
function around(text: string, index: number): string {
  const start = text.lastIndexOf(' ', Math.max(0, index - 12)) + 1;
  const end = text.indexOf(' ', index + 12);
  return text.slice(start, end < 0 ? undefined : end).trim();
}

function unknownAbbreviations({ text, place }: Spoken, lexicon: ReadonlySet<string>): Problem[] {
  const found = new Set(text.match(/(?<![A-Za-z])[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*/g) ?? []);
  return [...found]
    .filter((abbreviation) => !lexicon.has(abbreviation))
    .map((abbreviation) =>
      error(place(), `nobody told the voice how to say ${abbreviation}; write it in words, or add it to lexicon.yaml`),
    );
}

const judge = (texts: readonly Spoken[], { lexicon }: Context): Problem[] =>
  texts.flatMap((spoken) => [...unspeakable(spoken), ...unknownAbbreviations(spoken, lexicon)]);

/** Everything that is read out can be read out: no brackets, slashes, dashes, shortenings or unknown abbreviations. */
export const questionsCanBeSpoken: QuestionRule = (question, _, context) => {
  const { value, at } = question.source;
  const plain = (['setup', 'ask', 'why', 'hint', 'sampleShort', 'sampleLong'] as const).map((key) => ({
    text: value[key] ?? '',
    place: () => at(key),
  }));
  const followUps = value.followUps.map((text, i) => ({ text, place: () => at('followUps', i) }));
  const claims = claimsOf(question).flatMap((ref) => [
    { text: ref.source.say, place: () => ref.at('say') },
    ...(ref.kind === 'keyPoint' ? [] : [{ text: ref.source.correction, place: () => ref.at('correction') }]),
  ]);
  return judge([...plain, ...followUps, ...claims], context);
};

/** A key point is named by what to do: "I didn't hear not deleting anything" is hard to follow. */
export const pointsAreNamedByWhatToDo: QuestionRule = (question) =>
  claimsOf(question).flatMap(({ kind, source, at }) =>
    kind === 'keyPoint' && /^(?:not|no|never|nothing)\b/.test(source.say)
      ? [warning(at('say'), `"I didn't hear ${source.say}" is hard to follow; name the point by what to do instead`)]
      : [],
  );

/** The same of what is said about fields, topics, links and terms. */
export const fieldsCanBeSpoken: FolderRule = ({ folder }, context) => {
  const head = folder.field;
  const texts: Spoken[] = [
    ...(head ? [{ text: head.value.area, place: () => head.at('area') }] : []),
    ...folder.topics.flatMap(({ topic }) => (topic ? [{ text: topic.value.name, place: () => topic.at('name') }] : [])),
    ...folder.links.flatMap(({ value, at }) =>
      (['name', 'offers'] as const).map((key) => ({ text: value[key], place: () => at(key) })),
    ),
    ...folder.terms.map(({ value, at }) => ({ text: value.meaning, place: () => at('meaning') })),
  ];
  return judge(texts, context);
};
