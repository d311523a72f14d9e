import type { Act } from '../coach/acts';
import type { Shape } from '../coach/readiness';
import { count, counted, list, sentence } from './say';

/** How a topic stands, in words and never as a score. */
export const SHAPE_WORDS: { readonly [S in Shape]: string } = {
  ready: 'in good shape',
  begun: 'good so far',
  coming: 'coming along',
  weak: 'needs work',
  new: 'not begun yet',
};

/** Words for how one is doing: three short sentences at the most. */
export const PROGRESS = {
  progress: (a: Act<'progress'>) =>
    [
      `You've answered ${count(a.answered)} of ${counted(a.questions, 'question')}${covered(a)}.`,
      strongAndWeak(a),
      dueAndStreak(a),
    ]
      .filter((part) => part !== '')
      .join(' '),
  'no-progress': () => "You haven't answered a question yet.",
  'progress-unknown': () => "I can't look up how you are doing right now.",
  'by-topic': (a: Act<'by-topic'>) =>
    a.groups.map((g) => `${sentence(SHAPE_WORDS[g.shape])}: ${listed(g.names, g.more)}.`).join(' '),
  'weak-topics': (a: Act<'weak-topics'>) => weakTopics(a.names),
  'topic-progress': (a: Act<'topic-progress'>) =>
    `On ${a.topic}, you've answered ${count(a.answered)} of ${counted(a.questions, 'question')}${covered(a)}. ${TOPIC_SHAPE[a.shape]}`,
  'topic-new': (a: Act<'topic-new'>) =>
    `You haven't begun ${a.topic} yet. I have ${counted(a.questions, 'question')} on it.`,
} as const;

const TOPIC_SHAPE: { readonly [S in Shape]: string } = {
  ready: "It's in good shape.",
  begun: "It's good so far, and most of it is still new.",
  coming: "It's coming along.",
  weak: 'It needs work.',
  new: "You haven't begun it yet.",
};

const covered = ({ said, of }: { readonly said: number; readonly of: number }): string =>
  said === 0 ? '' : `, and covered ${count(said)} of ${counted(of, 'point')}`;

function strongAndWeak({ strongest, weakest }: Act<'progress'>): string {
  if (strongest !== undefined && weakest !== undefined)
    return `Your strongest topic is ${strongest}, and your weakest is ${weakest}.`;
  if (strongest !== undefined) return `Your strongest topic is ${strongest}.`;
  return weakest === undefined ? '' : `Your weakest topic is ${weakest}.`;
}

function dueAndStreak({ due, streak }: Act<'progress'>): string {
  const today =
    due === 0 ? 'Nothing is due today' : `${sentence(counted(due, 'question'))} ${due === 1 ? 'is' : 'are'} due`;
  return streak < 2 ? `${today}.` : `${today}, and you've practised ${count(streak)} days in a row.`;
}

const weakTopics = (names: readonly string[]): string => {
  if (names.length === 0) return 'None of the topics that you practised is weak right now.';
  return names.length === 1 ? `Your weakest topic is ${list(names)}.` : `Your weakest topics are ${list(names)}.`;
};

const listed = (names: readonly string[], more: number): string =>
  list(more > 0 ? [...names, `${count(more)} more`] : names);
