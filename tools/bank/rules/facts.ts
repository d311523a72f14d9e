import { error, warning } from '../problem';
import { claimsOf, type FolderRule, type QuestionRule } from './rule';

/** A fact that was seen somewhere says where, and every fact is looked at again in time. */
export const factsAreSourced: FolderRule = ({ folder }, { month }) =>
  folder.facts.flatMap(({ value, at }) => [
    ...((value.status === 'V' || value.status === 'S') && value.source === undefined
      ? [error(at('status'), `${value.id} has status ${value.status} and no source; add the page's address, or use M`)]
      : []),
    ...(value.reviewBy < value.asOf
      ? [
          error(
            at('reviewBy'),
            `${value.id} is to be reviewed before it was written (${value.asOf}); correct one month`,
          ),
        ]
      : []),
    ...(value.asOf <= value.reviewBy && value.reviewBy < month
      ? [
          warning(
            at('reviewBy'),
            `${value.id} was due for review in ${value.reviewBy}; check its source and set new dates`,
          ),
        ]
      : []),
  ]);

/** What somebody only remembers earns nothing, costs nothing and corrects nobody. */
export const onlySeenFactsCount: QuestionRule = (question, { folder }) => {
  const status = new Map(folder.facts.map(({ value }) => [value.id, value.status]));
  const doubtful = (id: string): boolean => status.get(id) === 'M' || status.get(id) === '?';
  const behindClaims = claimsOf(question).flatMap((ref) =>
    (ref.source.facts ?? []).flatMap((id, i) =>
      doubtful(id)
        ? [
            error(
              ref.at('facts', i),
              `${ref.label} rests on ${id}, which has status ${status.get(id)}; find a source for it, or do not judge answers by it`,
            ),
          ]
        : [],
    ),
  );
  const { value, at } = question.source;
  const behindQuestion = (value.facts ?? []).flatMap((id, i) =>
    doubtful(id)
      ? [warning(at('facts', i), `the question names ${id}, which has status ${status.get(id)}; find a source for it`)]
      : [],
  );
  return [...behindClaims, ...behindQuestion];
};
