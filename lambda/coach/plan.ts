import type { Field, Kind, Question, Setting } from '../bank/types';
import type { Card, Day } from './card';
import { type Candidate, type ChoiceOf, DUE, inMix, PUT_AWAY, ranked, TODAY, UNSEEN } from './choose';
import type { Filter, InterviewWish, PracticeWish } from './heard';
import type { InHand } from './learner';
import { weakestTopics } from './readiness';

/** New questions a day, and due ones, so that nobody faces a backlog. The listener can ask for more. */
const NEW_A_DAY = 10;
const DUE_A_DAY = 20;

/** A practice session when nobody says how long: about a quarter of an hour. */
export const USUAL_LENGTH = 5;
export const LONGEST = 10;
/** Twenty seconds to ask, seventy-five to answer, twenty-five for feedback. */
const MINUTES_A_QUESTION = 2;

export interface Planning {
  readonly field: Field;
  readonly deck: readonly Card[];
  readonly today: Day;
  /** Key of chance. */
  readonly key: string;
  /** Where the listener applies. */
  readonly setting?: Setting;
}

/** A plan, and whether the day's share kept questions out of it. */
export interface Plan {
  readonly questions: readonly InHand[];
  readonly capped: boolean;
}

/** How many questions a wish means: as said, by minutes, or the usual number. */
export const lengthOf = ({ count, minutes }: Pick<PracticeWish, 'count' | 'minutes'>): number => {
  const wished = count ?? (minutes === undefined ? USUAL_LENGTH : Math.floor(minutes / MINUTES_A_QUESTION));
  return Math.min(Math.max(wished, 1), LONGEST);
};

/**
 * The questions of a practice session: what is due, then what is unseen, both within the day's share, then the weakest. Topics take
 * turns.
 */
export function planPractice(p: Planning, wish: PracticeWish): Plan {
  const topics = wish.weak ? weakestTopics(inMix(p.field, p.setting), p.deck, p.today).map((t) => t.topic) : undefined;
  const all = ranked(choiceOf(p, wish.filter)).filter(
    ({ question, group }) => group !== TODAY && (topics === undefined || topics.includes(question.topic)),
  );
  const left = wish.more ? { new: Infinity, due: Infinity } : shareLeft(p.deck, p.today);
  const due = all.filter((c) => c.group === DUE);
  const fresh = all.filter((c) => c.group === UNSEEN || c.group === PUT_AWAY);
  const within = [...due.slice(0, left.due), ...fresh.slice(0, left.new)];
  const weakest = all.filter((c) => c.group !== DUE && c.group !== UNSEEN && c.group !== PUT_AWAY);
  const length = lengthOf(wish);
  const capped = within.length < length && within.length < due.length + fresh.length;
  const chosen = [...within, ...(capped ? [] : weakest)].slice(0, length);
  return { questions: takingTurns(chosen).map(inHand), capped };
}

/** What is left of the day's share of new and of due questions, by what was rated today. */
export function shareLeft(deck: readonly Card[], today: Day): { readonly new: number; readonly due: number } {
  const rated = deck.filter((card) => card.last === today && card.attempts > 0);
  const fresh = rated.filter((card) => card.attempts === 1).length;
  return { new: Math.max(0, NEW_A_DAY - fresh), due: Math.max(0, DUE_A_DAY - (rated.length - fresh)) };
}

type Part = Kind | 'opening' | 'closing';

/**
 * The parts of an interview, after structured interviews as they are held: a warm-up, knowledge, situations, behaviour, motivation, and the
 * candidate's own questions at the end. Five minutes are a drill; the longer the person's experience, the less pure knowledge.
 */
export function partsOf({ minutes = 10, level }: InterviewWish): readonly Part[] {
  if (minutes < 8) return ['opening', 'situational'];
  if (minutes < 15) return ['opening', 'knowledge', 'situational', 'behavioural', 'closing'];
  const knowledge: readonly Part[] =
    level === 'entry' ? ['knowledge', 'knowledge', 'knowledge'] : ['knowledge', 'knowledge'];
  const behaviour: readonly Part[] = level === 'entry' ? ['behavioural'] : ['behavioural', 'behavioural'];
  return ['opening', ...knowledge, 'situational', 'situational', ...behaviour, 'motivational', 'closing'];
}

/** The questions of a mock interview: for each part what may come first, of another topic as far as that allows. */
export function planInterview(p: Planning, wish: InterviewWish): readonly InHand[] {
  const setting = wish.setting ?? p.setting;
  const all = ranked(choiceOf({ ...p, ...(setting && { setting }) }, {}));
  const taken: Candidate[] = [];
  for (const part of partsOf(wish)) {
    const free = all.filter((c) => !taken.includes(c) && fitsPart(c.question, part));
    const atLevel = free.filter(({ question }) => wish.level === undefined || question.level === wish.level);
    const pool = atLevel.length > 0 ? atLevel : free;
    const first = pool.filter((c) => c.group === pool[0]?.group);
    const next = first.find((c) => !taken.some((t) => t.question.topic === c.question.topic)) ?? first[0];
    if (next) taken.push(next);
  }
  return taken.map(inHand);
}

function fitsPart(question: Question, part: Part): boolean {
  if (part === 'opening' || part === 'closing') return question.place === part;
  return question.place === undefined && question.kind === part;
}

const choiceOf = (p: Planning, filter: Filter): ChoiceOf => ({ ...p, filter });

const inHand = ({ question, card }: Candidate): InHand => ({ question: question.number, ...(card && { card }) });

/** The same questions, the topics taking turns as far as they can. */
function takingTurns(candidates: readonly Candidate[]): readonly Candidate[] {
  const rest = [...candidates];
  const turns: Candidate[] = [];
  while (rest.length > 0) {
    const last = turns.at(-1)?.question.topic;
    const other = rest.findIndex((c) => c.question.topic !== last);
    turns.push(...rest.splice(Math.max(other, 0), 1));
  }
  return turns;
}
