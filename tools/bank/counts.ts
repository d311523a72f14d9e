import type { Kind, Level } from '../../lambda/bank/types';
import type { CompiledFolder, CompiledQuestion } from './compile';

type ByKind = { readonly [K in Kind]: number };

/** How many questions there are, and how much of their key points is written. */
export interface Tally {
  readonly questions: { readonly [L in Level]: ByKind };
  readonly total: number;
  /** Key points that somebody wrote: a draft may have none. */
  readonly points: number;
  /** Key points with fewer examples than a finished one has. */
  readonly lacking: number;
  readonly drafts: number;
}

export interface FolderCounts {
  readonly topics: readonly (Tally & { readonly field: string; readonly topic: string })[];
  readonly all: Tally;
}

const FEWEST_EXAMPLES = 2;

/** Counts the questions that stand in a folder, topic by topic and altogether. */
export function countsOf({ folder, questions }: CompiledFolder): FolderCounts {
  return {
    topics: folder.topics.map(({ name }) => ({
      field: folder.name,
      topic: name,
      ...tally(questions.filter(({ question }) => question.topic === name)),
    })),
    all: tally(questions),
  };
}

function tally(questions: readonly CompiledQuestion[]): Tally {
  const points = questions.flatMap(({ source }) => source.value.keyPoints);
  const count = (level: Level, kind: Kind): number =>
    questions.filter(({ question }) => question.level === level && question.kind === kind).length;
  const kindsAt = (level: Level): ByKind => ({
    knowledge: count(level, 'knowledge'),
    situational: count(level, 'situational'),
    behavioural: count(level, 'behavioural'),
    motivational: count(level, 'motivational'),
  });
  return {
    questions: { entry: kindsAt('entry'), experienced: kindsAt('experienced'), senior: kindsAt('senior') },
    total: questions.length,
    points: points.length,
    lacking: points.filter(({ examples }) => examples.length < FEWEST_EXAMPLES).length,
    drafts: questions.filter(({ question }) => question.draft).length,
  };
}
