import { onCards } from '../coach/begin';
import type { Reply } from '../coach/draft';
import type { KeptField } from '../coach/kept';
import type { Learner } from '../coach/learner';
import type { Turn } from './incoming';

/**
 * The reply to a request that was saved before: decided as it was then, on the item as it is now.
 * @param first what the session alone comes to
 * @param item the field's item, which knows the request
 */
export async function repeated(
  turn: Turn,
  from: Learner,
  first: Reply,
  item: KeptField,
  decide: (learner: Learner) => Promise<Reply>,
): Promise<Reply> {
  const asked = askedBy(turn, item);
  const same = asked === undefined || asked === questionIn(first) ? first : await decide(wouldAsk(asked, from, first));
  const reply = onVersion(same, item.version, item.seen);
  if (reply.learner.play.field !== reply.base.field) return reply;
  // With somebody else's write in between, this result need not be the one that moved the schedule, nor is the hand what it was.
  const undisturbed = item.version === (from.play.version ?? 0) + 1;
  const now = onCards(reply.learner, item.cards);
  const learner: Learner = { ...now, unsaved: now.unsaved.filter((u) => !item.seen.includes(u.request)) };
  return { ...reply, learner: undisturbed ? learner : disturbed(learner) };
}

/** The question that the request put on the table when it was saved; others may have changed that since. */
const askedBy = ({ c }: Turn, { open, seen }: KeptField): number | undefined =>
  open?.holder === c.session && !open.begun && seen.at(-1) === c.key ? open.question : undefined;

const questionIn = ({ learner: { stage } }: Reply): number | undefined =>
  stage.at === 'asking' ? stage.table.question : undefined;

/** The learner to whom this question comes next. */
function wouldAsk(question: number, from: Learner, first: Reply): Learner {
  const { open, ...play } = from.play;
  const before = open !== undefined && open.question !== question ? { open } : {};
  return { ...from, play: { ...play, ...before, filter: first.learner.play.filter, hand: [{ question }] } };
}

const disturbed = ({ play, stage, ...rest }: Learner): Learner => ({
  ...rest,
  play: { ...play, hand: [] },
  stage: stage.at === 'reviewing' ? { ...stage, result: { ...stage.result, rated: false } } : stage,
});

/** The reply on an item of this version. Elsewhere in the bank by now, the version is not this field's. */
export function onVersion(reply: Reply, version: number, seen: readonly string[]): Reply {
  const { learner, base } = reply;
  const { untidy: _, ...play } = learner.play;
  if (play.field !== base.field) return reply;
  return { ...reply, learner: { ...learner, begun: true, adrift: false, play: { ...play, version, seen } } };
}
