import type { Note } from '../coach/acts';
import { SHAPE_WORDS } from '../speech/progress';
import { sentence } from '../speech/say';

/** A card in the Alexa app: plain text. Addresses are not clickable there, so they are short enough to type. */
export interface AppCard {
  readonly title: string;
  readonly text: string;
}

/** Notes that are shown as text; the permission has a card of Alexa's own. */
export type Shown = Exclude<Note, { note: 'permission' }>;

/** Title, text and image addresses of a card may have 8,000 characters together (Alexa's limit). */
const MOST_CHARACTERS = 7900;

/** The card for a note. */
export function cardOf(note: Shown): AppCard {
  const { title, text } = content(note);
  return { title, text: text.slice(0, MOST_CHARACTERS - title.length) };
}

function content(note: Shown): AppCard {
  switch (note.note) {
    case 'sample':
      return { title: 'A sample answer', text: `${note.question}\n\n${note.text}` };
    case 'links':
      return {
        title: note.links.length === 1 ? 'A page to go on with' : 'Pages to go on with',
        text: note.links.map((l) => `${l.short}\n${sentence(l.name)}: ${l.offers}`).join('\n\n'),
      };
    case 'debrief':
      return {
        title: `Your session: ${note.said} of ${note.of} points`,
        text: note.questions
          .map(({ question, said, missing }) =>
            [question, ...said.map((p) => `✓ ${p}`), ...missing.map((p) => `– ${p}`)].join('\n'),
          )
          .join('\n\n'),
      };
    case 'progress':
      return { title: 'How you are doing', text: progressText(note) };
    case 'points':
      return { title: 'Key points', text: [note.question, '', ...note.points.map((p) => `• ${p}`)].join('\n') };
  }
}

const progressText = (note: Extract<Note, { note: 'progress' }>): string =>
  [
    `Questions answered: ${note.answered} of ${note.questions}`,
    `Points covered: ${note.said} of ${note.of}`,
    `Due today: ${note.due}`,
    ...(note.streak > 1 ? [`Days in a row: ${note.streak}`] : []),
    '',
    ...note.topics.map(
      (t) => `${sentence(t.name)}: ${SHAPE_WORDS[t.shape]} (${t.answered} of ${t.questions} answered)`,
    ),
  ].join('\n');
