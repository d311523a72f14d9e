import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { CHIME_SECONDS, SAMPLE_RATE, samplesOf } from '../../tools/audio/quiet';
import { RECORDINGS } from '../../tools/audio/recordings';
import { mp3Of } from '../../tools/audio/write';
import { DIST } from '../../tools/paths';

const AUDIO = join(DIST, 'audio');
const read = (name: string): Buffer => readFileSync(join(AUDIO, name));

/** What is promised: seconds in all, and where something is heard, in seconds, with the highest amplitude it may have. */
const PROMISED = [
  [
    'quiet-30.mp3',
    30,
    [
      { from: 15, to: 15.1, below: 0.1 },
      { from: 28.4, to: 30, below: 0.2 },
    ],
  ],
  [
    'quiet-60.mp3',
    60,
    [
      { from: 30, to: 30.1, below: 0.1 },
      { from: 58.4, to: 60, below: 0.2 },
    ],
  ],
  [
    'quiet-90.mp3',
    90,
    [
      { from: 45, to: 45.1, below: 0.1 },
      { from: 88.4, to: 90, below: 0.2 },
    ],
  ],
  ['think-30.mp3', 30, [{ from: 28.4, to: 30, below: 0.06 }]],
] as const;

/** Two steps of 16-bit sound. */
const INAUDIBLE = 2 / 32_768;
const AUDIBLE = 0.02;

interface Frame {
  readonly version: string;
  readonly layer: number;
  readonly kilobits: number;
  readonly hertz: number;
  readonly mono: boolean;
}

/** The frames of an MP3 file, by ISO/IEC 13818-3, section 2.4.2. Throws where a frame does not begin with its sync word or is cut. */
function framesOf(file: Buffer): readonly Frame[] {
  const frames: Frame[] = [];
  for (let at = 0; at < file.length; ) {
    const header = file.readUInt32BE(at);
    if (header >>> 21 !== 0x7ff) throw new Error(`No frame at byte ${at}.`);
    const version = ['2.5', 'reserved', '2', '1'][(header >>> 19) & 3] ?? '';
    const layer = 4 - ((header >>> 17) & 3);
    // The tables of MPEG-2, layer III.
    const kilobits = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160][(header >>> 12) & 15] ?? 0;
    const hertz = [22_050, 24_000, 16_000][(header >>> 10) & 3] ?? 0;
    const length = Math.floor((72 * kilobits * 1000) / hertz) + ((header >>> 9) & 1);
    if (!(length > 0) || at + length > file.length) throw new Error(`The frame at byte ${at} is cut or has no length.`);
    frames.push({ version, layer, kilobits, hertz, mono: ((header >>> 6) & 3) === 3 });
    at += length;
  }
  return frames;
}

/** The highest amplitude from one time to another, in seconds. */
function peak(samples: Float32Array, from: number, to: number): number {
  let most = 0;
  for (const sample of samples.subarray(Math.round(from * SAMPLE_RATE), Math.round(to * SAMPLE_RATE))) {
    if (sample > most) most = sample;
    else if (-sample > most) most = -sample;
  }
  return most;
}

describe('the files that the build makes', () => {
  test('are those promised, and small', () => {
    expect(readdirSync(AUDIO).sort()).toEqual(PROMISED.map(([name]) => name));
    expect(PROMISED.reduce((sum, [name]) => sum + read(name).length, 0)).toBeLessThan(2_000_000);
  });

  test.each(PROMISED)('%s is what an audio tag takes: MPEG-2 layer III, 48 kbit/s, 24 kHz, mono throughout', (name) => {
    const kinds = new Set(framesOf(read(name)).map((frame) => JSON.stringify(frame)));
    const wanted: Frame = { version: '2', layer: 3, kilobits: 48, hertz: 24_000, mono: true };
    expect([...kinds]).toEqual([JSON.stringify(wanted)]);
  });

  test.each(PROMISED)('%s lasts %d seconds, within a tenth', (name, seconds) => {
    const lasts = (framesOf(read(name)).length * 576) / 24_000;
    expect(Math.abs(lasts - seconds)).toBeLessThan(0.1);
  });

  test.each(PROMISED)('%s is the encoding of its description, byte for byte', async (name) => {
    const quiet = RECORDINGS[name];
    expect(quiet && (await mp3Of(quiet)).equals(read(name))).toBe(true);
  });

  test('a parser of frames that is given something else says so', () => {
    const whole = read('think-30.mp3');
    expect(() => framesOf(whole.subarray(1))).toThrow('No frame at byte 0.');
    expect(() => framesOf(whole.subarray(0, -1))).toThrow(/is cut/);
  });
});

describe('what is heard', () => {
  const heard = new Map(Object.entries(RECORDINGS).map(([name, quiet]) => [name, samplesOf(quiet)]));
  const samplesIn = (name: string): Float32Array => heard.get(name) ?? new Float32Array();

  test.each(PROMISED)('%s: silence to the ear but for its sounds, which are soft', (name, seconds, sounds) => {
    const samples = samplesIn(name);
    expect(samples).toHaveLength(seconds * SAMPLE_RATE);

    let silentFrom = 0;
    for (const { from, to, below } of sounds) {
      expect(peak(samples, silentFrom, from)).toBeLessThan(INAUDIBLE);
      expect(peak(samples, from, to)).toBeGreaterThan(AUDIBLE);
      expect(peak(samples, from, to)).toBeLessThan(below);
      silentFrom = to;
    }
    expect(silentFrom).toBe(seconds);
  });

  test.each(PROMISED)('%s is never digital zero for a hundredth of a second', (name) => {
    const samples = samplesIn(name);
    const slices = Array.from({ length: samples.length / 240 }, (_, i) => peak(samples, i / 100, (i + 1) / 100));
    expect(Math.min(...slices)).toBeGreaterThan(1 / 32_768);
  });

  test('a sound lies where the description puts it, never louder than it says, and starts and ends without a click', () => {
    const at = fc.double({ min: 0, max: 2 - CHIME_SECONDS, noNaN: true });
    const loudness = fc.double({ min: 0.01, max: 1, noNaN: true });
    const kind = fc.constantFrom('tick' as const, 'chime' as const);
    fc.assert(
      fc.property(kind, at, loudness, (sound, begins, most) => {
        const samples = samplesOf({ seconds: 2, [sound]: { at: begins, peak: most } });
        const ends = begins + (sound === 'tick' ? 0.1 : CHIME_SECONDS);
        const margin = 0.001;
        expect(peak(samples, 0, begins)).toBeLessThan(INAUDIBLE);
        expect(peak(samples, begins, ends)).toBeGreaterThan(most / 3);
        expect(peak(samples, begins, ends)).toBeLessThanOrEqual(most + INAUDIBLE);
        expect(peak(samples, begins, begins + margin / 10)).toBeLessThan(most / 20 + INAUDIBLE);
        expect(peak(samples, ends - margin, 2)).toBeLessThan(most / 100 + INAUDIBLE);
      }),
      { numRuns: 25 },
    );
  });

  test.each([
    ['a chime that would ring past the end', { seconds: 3, chime: { at: 2, peak: 0.1 } }],
    ['a tick at the very end', { seconds: 3, tick: { at: 3, peak: 0.1 } }],
    ['a tick before the start', { seconds: 3, tick: { at: -1, peak: 0.1 } }],
  ])('%s is refused', (_, quiet) => {
    expect(() => samplesOf(quiet)).toThrow(RangeError);
  });
});
