import type { Note } from '../coach/acts';
import { SHAPE_WORDS } from '../speech/progress';
import { sentence } from '../speech/say';

/** A card in the Alexa app: plain text. Addresses are not clickable there, so they are short enough to type. */
export interface AppCard {
  readonly title: string;
  readonly text: string;
  /** Addresses of the picture beside it. */
  readonly image?: { readonly small: string; readonly large: string };
}

/** Pictures for cards, which the build makes: names and sizes in pixels, as Alexa recommends them. */
export const CARD_IMAGES = {
  small: { name: 'card-720x480.png', width: 720, height: 480 },
  large: { name: 'card-1200x800.png', width: 1200, height: 800 },
} as const;

/** Notes that are shown as text; the permission has a card of Alexa's own. */
export type Shown = Exclude<Note, { note: 'permission' }>;

/** Title, text and image addresses of a card may have 8,000 characters together (Alexa's limit). */
const MOST_CHARACTERS = 7900;

/** The card for a note. `images` is the address of the folder with pictures; without it, the card is text alone. */
export function cardOf(note: Shown, images?: string): AppCard {
  const { title, text } = content(note);
  const image = images === undefined ? undefined : addressesIn(images);
  const taken = title.length + (image ? image.small.length + image.large.length : 0);
  return { title, text: text.slice(0, MOST_CHARACTERS - taken), ...(image && { image }) };
}

const addressesIn = (folder: string): { readonly small: string; readonly large: string } => ({
  small: `${folder}/${CARD_IMAGES.small.name}`,
  large: `${folder}/${CARD_IMAGES.large.name}`,
});

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

/** Topics that were begun, and how many were not: a long list of those tells nothing. */
function progressText(note: Extract<Note, { note: 'progress' }>): string {
  const begun = note.topics.filter(({ answered }) => answered > 0);
  const others = note.topics.length - begun.length;
  return [
    `Questions answered: ${note.answered} of ${note.questions}`,
    `Points covered: ${note.said} of ${note.of}`,
    `Due today: ${note.due}`,
    ...(note.streak > 1 ? [`Days in a row: ${note.streak}`] : []),
    '',
    ...begun.map((t) => `${sentence(t.name)}: ${SHAPE_WORDS[t.shape]} (${t.answered} of ${t.questions} answered)`),
    ...(others > 0 ? [`Not begun yet: ${others} topics`] : []),
  ].join('\n');
}
