import type { CompiledBank, CompiledFolder } from '../compile';
import { error, type Problem } from '../problem';
import { type Published, printOf } from '../published';
import type { BankRule, Context } from './rule';

/** Learners' progress points at published questions: they may not vanish, change in what is asked, or come back under an old id. */
export const publishedStays: BankRule = ({ bank }) => {
  const changed = Object.entries(bank.source.published).flatMap(([field, questions]) =>
    changedIn(
      bank.folders.find(({ folder }) => folder.name === field),
      questions,
    ),
  );
  // A common question is published in every field, and changes in one place.
  return [
    ...vanished(bank),
    ...new Map(changed.map((problem) => [`${problem.file}:${problem.line}`, problem])).values(),
  ];
};

function vanished({ source, folders }: CompiledBank): Problem[] {
  const { published, publishedFile, retired } = source;
  const gone = new Set(retired.map(({ value }) => value.id));
  const shared = folders.find(({ folder }) => folder.isCommon)?.folder;
  return Object.entries(published).flatMap(([field, questions]) => {
    const folder = folders.find(({ folder: { name } }) => name === field)?.folder;
    const topics = [...(folder?.topics ?? []), ...(shared?.topics ?? [])];
    // What a file holds that is no YAML, nobody knows. The file's own error stands first.
    if (topics.some(({ readable }) => !readable)) return [];
    const there = (id: string): boolean =>
      gone.has(id) || folder?.written.questions.has(id) === true || shared?.written.questions.has(id) === true;
    const missing = Object.keys(questions).filter((id) => !there(id));
    if (folder === undefined && missing.length > 0) return [goneAltogether(field, missing, publishedFile)];
    return missing.map((id) =>
      error(
        topicPlace(topics, id, publishedFile),
        `${id} is published and is no longer in the folder ${field}; put it back, or retire it in retired.yaml`,
      ),
    );
  });
}

const goneAltogether = (field: string, ids: readonly string[], file: string): Problem =>
  error(
    { file, line: 1 },
    `the folder ${field} is gone, and its questions are published; put it back, or retire them in retired.yaml: ${ids.join(', ')}`,
  );

function changedIn(folder: CompiledFolder | undefined, published: Published[string]): Problem[] {
  return [...(folder?.questions ?? []), ...(folder?.inherited ?? [])].flatMap(({ source }): Problem[] => {
    const before = published[source.value.id];
    if (!before || before.print === printOf(source.value)) return [];
    return [
      error(
        source.at('id'),
        `${source.value.id} is published, and its words, key point ids or weights have changed; undo that, or make a new question with "replaces: ${source.value.id}" and put this id into retired.yaml`,
      ),
    ];
  });
}

/** The file in which a question stood, as far as its id tells. */
function topicPlace(
  topics: readonly { readonly name: string; readonly file: string }[],
  id: string,
  otherwise: string,
) {
  const topic = topics.find(({ name }) => id.replace(/^[a-z]+-/, '').replace(/-\d{3}$/, '') === name);
  return { file: topic?.file ?? otherwise, line: 1 };
}

/** Retired ids stay retired, and what replaces what is said in both places. */
export const retiredStays: BankRule = ({ bank }) => {
  const written = new Set(bank.folders.flatMap(({ folder }) => [...folder.written.questions]));
  const { retired } = bank.source;
  const gone = new Map(retired.map(({ value }) => [value.id, value.replacedBy]));
  const inList = retired.flatMap(({ value, at }) => [
    ...(written.has(value.id)
      ? [error(at('id'), `${value.id} is retired and still asked; remove the question, or this entry`)]
      : []),
    ...(value.replacedBy !== undefined && !written.has(value.replacedBy) && !gone.has(value.replacedBy)
      ? [error(at('replacedBy'), `${value.replacedBy} does not exist; correct it or leave it out`)]
      : []),
  ]);
  return [...inList, ...replacements({ bank }, gone)];
};

function replacements({ bank }: Pick<Context, 'bank'>, gone: ReadonlyMap<string, string | undefined>): Problem[] {
  return bank.folders.flatMap(({ questions }) =>
    questions.flatMap(({ source: { value, at } }): Problem[] => {
      if (value.replaces === undefined || gone.get(value.replaces) === value.id) return [];
      return [
        error(at('replaces'), `put ${value.replaces} into retired.yaml with "replacedBy: ${value.id}", or remove this`),
      ];
    }),
  );
}
