import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMp3Encoder } from 'wasm-media-encoders';
import { type Quiet, SAMPLE_RATE, samplesOf } from './quiet';
import { RECORDINGS } from './recordings';

/** Writes every recording into a folder, which is made if need be. */
export async function writeAudio(outDir: string): Promise<void> {
  mkdirSync(outDir, { recursive: true });
  for (const [name, quiet] of Object.entries(RECORDINGS)) {
    writeFileSync(join(outDir, name), await mp3Of(quiet));
  }
}

/**
 * A quiet as an MP3 file of the kind that Alexa's audio tag asks for: MPEG-2 layer III, 24 kHz, mono, a constant 48 kbit/s.
 * The same bytes for the same description.
 */
export async function mp3Of(quiet: Quiet): Promise<Buffer> {
  const encoder = await createMp3Encoder();
  encoder.configure({ channels: 1, sampleRate: SAMPLE_RATE, outputSampleRate: SAMPLE_RATE, bitrate: 48 });
  // The encoder gives a view of its own memory, which it overwrites at the next call.
  const body = Buffer.from(encoder.encode([samplesOf(quiet)]));
  return Buffer.concat([body, encoder.finalize()]);
}
