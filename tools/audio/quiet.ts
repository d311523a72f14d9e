/** Samples a second: the highest rate that Alexa plays from an audio tag. */
export const SAMPLE_RATE = 24_000;

/** A sound within the quiet: when it begins, in seconds, and its highest amplitude, from 0 to 1. */
export interface Sound {
  readonly at: number;
  readonly peak: number;
}

/** A stretch of quiet with what is heard in it. */
export interface Quiet {
  /** How long it lasts, sounds included. */
  readonly seconds: number;
  readonly tick?: Sound;
  readonly chime?: Sound;
}

/** How one kind of sound is made: partials of [hertz, share, seconds to fall to a third], a swift rise, and its length in seconds. */
interface Voice {
  readonly partials: readonly (readonly [hertz: number, share: number, decay: number])[];
  readonly rise: number;
  readonly seconds: number;
}

/** A knock on wood: short and without a ring. */
const TICK: Voice = {
  partials: [
    [820, 0.75, 0.014],
    [1730, 0.25, 0.006],
  ],
  rise: 0.002,
  seconds: 0.09,
};

/** A small bell, its higher partials gone first. */
const CHIME: Voice = {
  partials: [
    [659.26, 0.6, 0.5],
    [1318.51, 0.28, 0.28],
    [1975.53, 0.12, 0.14],
  ],
  rise: 0.012,
  seconds: 1.6,
};

/** How long a chime rings, in seconds. */
export const CHIME_SECONDS = CHIME.seconds;

/** Amplitude of the floor: about one and a half steps of 16-bit sound (−87 dB), which nobody hears; some players skip digital zero. */
const FLOOR = 1.5 / 32_768;

/** The samples of a quiet, each from -1 to 1; the same for the same description. Throws `RangeError` if a sound would run past the end. */
export function samplesOf(quiet: Quiet): Float32Array {
  const samples = floor(Math.round(quiet.seconds * SAMPLE_RATE));
  if (quiet.tick) lay(TICK, quiet.tick, samples);
  if (quiet.chime) lay(CHIME, quiet.chime, samples);
  return samples;
}

/** White noise by the linear congruential generator of Knuth and Lewis (Numerical Recipes, section 7.1). */
function floor(length: number): Float32Array {
  const samples = new Float32Array(length);
  let state = 1;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    samples[i] = (state / 2 ** 31) * FLOOR;
  }
  return samples;
}

function lay(voice: Voice, { at, peak }: Sound, samples: Float32Array): void {
  const first = Math.round(at * SAMPLE_RATE);
  const length = Math.round(voice.seconds * SAMPLE_RATE);
  if (first < 0 || first + length > samples.length) {
    throw new RangeError(
      `A sound of ${voice.seconds} s at ${at} s does not fit into ${samples.length / SAMPLE_RATE} s.`,
    );
  }
  for (let i = 0; i < length; i++) {
    samples[first + i] = (samples[first + i] ?? 0) + peak * amplitude(voice, i / SAMPLE_RATE);
  }
}

/** Amplitude at a time after the start. It comes down to nothing at the end, so that nothing clicks. */
function amplitude({ partials, rise, seconds }: Voice, time: number): number {
  const shape = Math.min(time / rise, 1) * (1 - time / seconds);
  return partials.reduce(
    (sum, [hertz, share, decay]) =>
      sum + shape * share * Math.sin(2 * Math.PI * hertz * time) * Math.exp(-time / decay),
    0,
  );
}
