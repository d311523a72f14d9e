import type { NamedField } from '../../interaction-model/vocabulary';
import { compileNamed, type Shared } from './compile';
import { type PackedEntry, packField } from './pack';
import type { Problem } from './problem';

/** A folder of the bank, packed; plain data, which may come from another thread. */
export interface Packed extends Pick<NamedField, 'topics' | 'terms'> {
  /** Absent where `field.yaml` cannot be used. */
  readonly entry?: PackedEntry;
  readonly problems: readonly Problem[];
}

/** Reads, compiles and packs one folder. */
export function packFolder(name: string, shared: Shared): Packed {
  const { value, problems } = compileNamed(name, shared);
  if (!value.field) return { problems, topics: [], terms: [] };
  const { topics, terms } = value.field;
  return {
    entry: packField(value.field),
    topics: topics.map(({ id, name, aliases }) => ({ id, name, aliases })),
    terms: terms.map(({ id, term, aliases }) => ({ id, term, aliases })),
    problems,
  };
}
