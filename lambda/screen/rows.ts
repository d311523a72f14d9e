import type { Question } from '../bank/types';
import type { Feedback, Note } from '../coach/acts';
import type { Stage } from '../coach/learner';
import { has, standing } from '../coach/rate';
import { SHAPE_WORDS } from '../speech/progress';
import { sentence } from '../speech/say';
import type { Mark, Row } from './view';

type Reviewing = Extract<Stage, { at: 'reviewing' }>;

/** Every key point of a question: said, perhaps said, or not heard. One that the listener was asked about, and that did not count, is not heard. */
export function reviewRows(question: Question, { pieces, result, yes }: Reviewing): readonly Row[] {
  const { unsure } = standing(question, pieces, result.said, result.flagged);
  const markOf = (i: number): Mark => {
    if (has(result.said, i)) return 'said';
    return unsure.includes(i) && (yes === 'count' || i !== result.named) ? 'unsure' : 'missing';
  };
  const rows = question.keyPoints.map((point, i) => ({ mark: markOf(i), text: sentence(point.say) }));
  return [...rows].sort((a, b) => ORDER.indexOf(a.mark) - ORDER.indexOf(b.mark));
}

const ORDER: readonly Mark[] = ['said', 'unsure', 'missing', 'plain'];

/** The points of one answer, as they are told. */
export const walkRows = ({ covered, missing }: Feedback): readonly Row[] => [
  ...covered.map((text): Row => ({ mark: 'said', text: sentence(text) })),
  ...missing.map(({ say }): Row => ({ mark: 'missing', text: sentence(say) })),
];

/** Each question of a session, with how much of it was said. */
export const debriefRows = ({ questions }: Extract<Note, { note: 'debrief' }>): readonly Row[] =>
  questions.map(({ question, said, missing }) => {
    const all = said.length + missing.length;
    return { mark: 'plain', text: question, tail: `${said.length} of ${all}`, bar: all === 0 ? 0 : said.length / all };
  });

/** Topics that a screen shows; the app has them all. */
const MOST_TOPICS = 8;

/** Each topic, with how much of it was answered. Topics that were begun come first; so many of the others are shown. */
export function progressRows({ topics }: Extract<Note, { note: 'progress' }>): readonly Row[] {
  return topics.slice(0, MOST_TOPICS).map(({ name, answered, questions, shape }) => ({
    mark: MARKS[shape],
    text: sentence(name),
    tail: SHAPE_WORDS[shape],
    bar: questions === 0 ? 0 : answered / questions,
  }));
}

const MARKS = { ready: 'said', begun: 'said', coming: 'unsure', weak: 'missing', new: 'plain' } as const;
