import { CHIME_SECONDS, type Quiet } from './quiet';

/** What to rehearse aloud in: a tick at the half, a chime that ends with the file. */
const rehearse = (seconds: number): Quiet => ({
  seconds,
  tick: { at: seconds / 2, peak: 0.07 },
  chime: { at: seconds - CHIME_SECONDS, peak: 0.16 },
});

/** What to think in: nothing that disturbs, and at the end a chime that does not startle. */
const think = (seconds: number): Quiet => ({
  seconds,
  chime: { at: seconds - CHIME_SECONDS, peak: 0.05 },
});

/** The recordings that the build makes, by file name. */
export const RECORDINGS: Readonly<Record<string, Quiet>> = {
  'quiet-30.mp3': rehearse(30),
  'quiet-60.mp3': rehearse(60),
  'quiet-90.mp3': rehearse(90),
  'think-30.mp3': think(30),
};
