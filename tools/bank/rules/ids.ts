import { error, type Place } from '../problem';
import { type BankRule, claimsOf, type FolderRule, type QuestionRule, repeated } from './rule';

const seen = (place: Place): string => `${place.file}:${place.line}`;

/** Question ids and field prefixes are unique over the whole bank. */
export const uniqueInBank: BankRule = ({ bank }) => {
  const questions = bank.folders.flatMap((folder) => folder.questions.map(({ source }) => source));
  const fields = bank.folders.flatMap(({ folder }) => folder.field ?? []);
  return [
    ...repeated(questions, (entry) => entry.value.id).map(({ name, first, again }) =>
      error(again.at('id'), `${name} is taken at ${seen(first.at('id'))}; give this question the next free number`),
    ),
    ...repeated(fields, (entry) => entry.value.prefix).map(({ name, first, again }) =>
      error(again.at('prefix'), `the prefix ${name} is taken at ${seen(first.at('prefix'))}; choose another`),
    ),
  ];
};

/** Ids say where a thing belongs: folder, file and prefix. */
export const idsMatchFiles: FolderRule = ({ folder, questions }) => {
  const head = folder.field;
  const wrongFolder =
    head && head.value.id !== folder.name
      ? [error(head.at('id'), `the id ${head.value.id} is not the folder's name; write ${folder.name}`)]
      : [];
  const wrongTopic = folder.topics.flatMap(({ topic, name }) =>
    topic && topic.value.topic !== name
      ? [error(topic.at('topic'), `the topic ${topic.value.topic} is not the file's name; write ${name}`)]
      : [],
  );
  const wrongId = questions.flatMap(({ source, question }) => {
    const start = `${head?.value.prefix}-${question.topic}-`;
    const fits = !head || (question.id.startsWith(start) && /^\d{3}$/.test(question.id.slice(start.length)));
    return fits ? [] : [error(source.at('id'), `${question.id} does not fit this file; its form is ${start}001`)];
  });
  return [...wrongFolder, ...wrongTopic, ...wrongId];
};

/** Facts, links and terms have ids of their own within a field. */
export const uniqueInField: FolderRule = ({ folder }) =>
  [folder.facts, folder.links, folder.terms].flatMap((entries) =>
    repeated<{ value: { id: string }; at(...path: PropertyKey[]): Place }>(entries, (entry) => entry.value.id).map(
      ({ name, first, again }) =>
        error(again.at('id'), `${name} is taken at ${seen(first.at('id'))}; give this entry an id of its own`),
    ),
  );

/** Key points, red flags and misconceptions of one question have different ids. */
export const uniqueInQuestion: QuestionRule = (question) =>
  repeated(claimsOf(question), (ref) => ref.source.id).map(({ name, again }) =>
    error(again.at('id'), `${question.question.id}: the id ${name} stands twice in this question; rename one`),
  );

/** Every id that is named exists. */
export const idsResolve: FolderRule = ({ folder, questions }) => {
  const known = (ids: ReadonlySet<string>, named: readonly string[], file: string, at: (i: number) => Place) =>
    named.flatMap((id, i) =>
      ids.has(id) ? [] : [error(at(i), `${id} is not in ${file}; add it there or correct it`)],
    );
  const { facts, links, terms } = folder.written;
  const ofQuestions = questions.flatMap((question) => {
    const { value, at } = question.source;
    return [
      ...known(links, value.links, 'links.yaml', (i) => at('links', i)),
      ...known(terms, value.terms ?? [], 'glossary.yaml', (i) => at('terms', i)),
      ...known(facts, value.facts ?? [], 'facts.yaml', (i) => at('facts', i)),
      ...claimsOf(question).flatMap((ref) =>
        known(facts, ref.source.facts ?? [], 'facts.yaml', (i) => ref.at('facts', i)),
      ),
    ];
  });
  const ofTopics = folder.topics.flatMap(({ topic }) =>
    topic?.value.link ? known(links, [topic.value.link], 'links.yaml', () => topic.at('link')) : [],
  );
  const head = folder.field;
  const ofField = head?.value.moreQuestions
    ? known(links, [head.value.moreQuestions], 'links.yaml', () => head.at('moreQuestions'))
    : [];
  return [...ofField, ...ofTopics, ...ofQuestions];
};
