import type { RehearsalSeconds } from '../coach/rehearsals';

/**
 * Quiet in the words: a mark of its own, which no voice brings and no author writes. What is played there depends on what there is to play.
 */
export const THINKING = '\ue000';
export const REHEARSAL = { 30: '\ue001', 60: '\ue002', 90: '\ue003' } as const satisfies Record<
  RehearsalSeconds,
  string
>;

/** The recording for each mark, as the build names it. */
const RECORDINGS: Readonly<Record<string, string>> = {
  [THINKING]: 'think-30.mp3',
  [REHEARSAL[30]]: 'quiet-30.mp3',
  [REHEARSAL[60]]: 'quiet-60.mp3',
  [REHEARSAL[90]]: 'quiet-90.mp3',
};

/** Without recordings, breaks: Alexa renders ten seconds of them in a response at most. */
const BREAK = '<break time="10s"/>';

const MARKS = /([\ue000-\ue003])/u;

/** Words and quiets in turn, each put into markup. `folder` is the address of the recordings. */
export const withQuiet = (plain: string, folder: string | undefined, words: (text: string) => string): string =>
  plain
    .split(MARKS)
    .map((part) => (RECORDINGS[part] === undefined ? words(part) : quiet(RECORDINGS[part], folder)))
    .join('');

const quiet = (file: string, folder: string | undefined): string =>
  folder === undefined ? BREAK : `<audio src="${folder}/${file}"/>`;

/** Words without quiet, for cards and screens. */
export const withoutQuiet = (plain: string): string => plain.replace(new RegExp(MARKS, 'gu'), ' ');

/** What came after the last quiet: a minute of it is not played again. */
export const afterQuiet = (plain: string): string => plain.split(MARKS).at(-1) ?? plain;
