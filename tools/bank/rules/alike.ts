import type { CompiledQuestion } from '../compile';
import { phraseOf } from '../phrase';
import { warning } from '../problem';
import type { FolderRule } from './rule';

/** Share of stems in common from which two questions sound the same to a listener. */
const ALIKE = 0.65;

/** No two questions that a learner of one field may hear ask nearly the same. */
export const questionsDiffer: FolderRule = ({ questions, inherited }) => {
  const known: Asked[] = inherited.map(asAsked);
  return questions.map(asAsked).flatMap(({ source, stems }) => {
    const alike = known.filter((other) => overlap(stems, other.stems) >= ALIKE);
    known.push({ source, stems });
    return alike.map((other) => {
      const { file, line } = other.source.at('ask');
      return warning(
        source.at('ask'),
        `${source.value.id} asks nearly the same as ${other.source.value.id} (${file}:${line}); give it another angle`,
      );
    });
  });
};

interface Asked {
  readonly source: CompiledQuestion['source'];
  readonly stems: ReadonlySet<string>;
}

const asAsked = ({ source }: CompiledQuestion): Asked => ({
  source,
  stems: new Set(phraseOf(`${source.value.setup ?? ''} ${source.value.ask}`).split(' ')),
});

/** Jaccard index: stems in common over all stems. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const stem of a) if (b.has(stem)) common++;
  return common / (a.size + b.size - common);
}
