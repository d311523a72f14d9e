import { error, type Place } from '../problem';
import { COMMON_PREFIX } from '../read';
import { type BankRule, claimsOf, type FolderRule, type QuestionRule, repeated, sharedWith } from './rule';

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
    ...fields
      .filter(({ value }) => value.prefix === COMMON_PREFIX)
      .map(({ at }) => error(at('prefix'), `the prefix ${COMMON_PREFIX} is for common questions; choose another`)),
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
    const prefix = folder.isCommon ? COMMON_PREFIX : head?.value.prefix;
    const start = `${prefix}-${question.topic}-`;
    const fits =
      prefix === undefined || (question.id.startsWith(start) && /^\d{3}$/.test(question.id.slice(start.length)));
    return fits ? [] : [error(source.at('id'), `${question.id} does not fit this file; its form is ${start}001`)];
  });
  return [...wrongFolder, ...wrongTopic, ...wrongId];
};

interface WithId {
  readonly value: { readonly id: string };
  at(...path: PropertyKey[]): Place;
}

/** Facts, links and terms have ids of their own within a field, and links and terms others than those that it inherits. */
export const uniqueInField: FolderRule = (compiled, context) => {
  const { folder } = compiled;
  const shared = sharedWith(compiled, context)?.folder;
  const lists: readonly (readonly WithId[])[] = [
    folder.facts,
    [...(shared?.links ?? []), ...folder.links],
    [...(shared?.terms ?? []), ...folder.terms],
  ];
  return lists.flatMap((entries) =>
    repeated(entries, (entry) => entry.value.id).map(({ name, first, again }) =>
      error(again.at('id'), `${name} is taken at ${seen(first.at('id'))}; give this entry an id of its own`),
    ),
  );
};

/** What a field does not inherit exists, and a topic of its own is not inherited as well. */
export const leavesOutWhatClashes: FolderRule = (compiled, context) => {
  const { field, topics } = compiled.folder;
  const shared = sharedWith(compiled, context);
  const generic = new Set(shared?.folder.topics.map(({ name }) => name));
  const leftOut = field?.value.leaveOut ?? [];
  const unknown = leftOut.flatMap((id, i) =>
    !field || generic.has(id) || shared?.folder.written.questions.has(id)
      ? []
      : [error(field.at('leaveOut', i), `${id} is neither a topic nor a question in common; correct it or remove it`)],
  );
  const twice = topics.flatMap(({ topic, name }) =>
    topic && generic.has(name) && !leftOut.includes(name)
      ? [
          error(
            topic.at('topic'),
            `common has a topic ${name}, too; rename this one, or write "leaveOut: [${name}]" into field.yaml`,
          ),
        ]
      : [],
  );
  return [...unknown, ...twice];
};

/** Key points, red flags and misconceptions of one question have different ids. */
export const uniqueInQuestion: QuestionRule = (question) =>
  repeated(claimsOf(question), (ref) => ref.source.id).map(({ name, again }) =>
    error(again.at('id'), `${question.question.id}: the id ${name} stands twice in this question; rename one`),
  );

/** Every id that is named exists. */
export const idsResolve: FolderRule = (compiled, context) => {
  const { folder, questions } = compiled;
  const shared = sharedWith(compiled, context)?.folder.written;
  const known = (ids: ReadonlySet<string>, named: readonly string[], file: string, at: (i: number) => Place) =>
    named.flatMap((id, i) =>
      ids.has(id) ? [] : [error(at(i), `${id} is not in ${file}; add it there or correct it`)],
    );
  const { facts } = folder.written;
  const links = new Set([...folder.written.links, ...(shared?.links ?? [])]);
  const terms = new Set([...folder.written.terms, ...(shared?.terms ?? [])]);
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
  const ofField = head
    ? [
        ...known(links, head.value.moreQuestions ? [head.value.moreQuestions] : [], 'links.yaml', () =>
          head.at('moreQuestions'),
        ),
        ...known(links, head.value.follow ?? [], 'links.yaml', (i) => head.at('follow', i)),
      ]
    : [];
  return [...ofField, ...ofTopics, ...ofQuestions];
};
