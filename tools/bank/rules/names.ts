import { spokenKey } from '../../../lambda/bank/index-file';
import { error, type Place, type Problem } from '../problem';
import { type BankRule, type FolderRule, repeated, sharedWith } from './rule';

/** Something that people say, and what it leads to. */
interface Name {
  readonly said: string;
  readonly place: Place;
}

const clashes = (names: readonly Name[]): Problem[] =>
  repeated(names, ({ said }) => spokenKey(said)).map(({ first, again }) =>
    error(
      again.place,
      `"${again.said}" already stands for something else (${first.place.file}:${first.place.line}); what people say can lead to one thing only`,
    ),
  );

interface Aliased {
  readonly value: { readonly aliases: readonly string[] };
  at(...path: PropertyKey[]): Place;
}

/** An alias that only repeats its own name does no harm. */
const namesOf = (entry: Aliased, key: string, name: string): Name[] => {
  const names = [
    { said: name, place: entry.at(key) },
    ...entry.value.aliases.map((said, i) => ({ said, place: entry.at('aliases', i) })),
  ];
  return [...new Map(names.map((each) => [spokenKey(each.said), each])).values()];
};

/** Within a field each topic name or alias means one topic, and each term or alias one term; what is inherited counts as well. */
export const namesInField: FolderRule = (compiled, context) => {
  const { folder, inherited } = compiled;
  const shared = sharedWith(compiled, context)?.folder;
  const asked = new Set(inherited.map(({ question }) => question.topic));
  const topics = [...(shared?.topics ?? []).filter(({ name }) => asked.has(name)), ...folder.topics];
  return [
    ...clashes(topics.flatMap(({ topic }) => (topic ? namesOf(topic, 'name', topic.value.name) : []))),
    ...clashes([...(shared?.terms ?? []), ...folder.terms].flatMap((term) => namesOf(term, 'term', term.value.term))),
  ];
};

/** Each name of a field means one field. */
export const namesInBank: BankRule = ({ bank }) =>
  clashes(
    bank.folders.flatMap(({ folder }) => (folder.field ? namesOf(folder.field, 'name', folder.field.value.name) : [])),
  );
