import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Act } from '../../lambda/coach/acts';
import { REHEARSALS } from '../../lambda/coach/rehearsals';
import { afterQuiet } from '../../lambda/speech/quiet';
import { readable, speak, ssml } from '../../lambda/speech/speak';
import { DIST } from '../../tools/paths';

const VOICE = { key: 'k', today: 20_000, locale: 'en-US' };
const FOLDER = 'https://media.example/audio';
const told = (act: Act, quiet?: string): string => speak([act], undefined, { ...VOICE, ...(quiet && { quiet }) }).told;

test.each(REHEARSALS)('%s seconds of rehearsal are a recording that the build makes', (seconds) => {
  const words = told({ act: 'rehearse', seconds }, FOLDER);
  const [, file] =
    /<audio src="https:\/\/media\.example\/audio\/([^"]+)"\/>/.exec(ssml(words, 'medium', { quiet: FOLDER })) ?? [];
  expect(file).toBe(`quiet-${seconds}.mp3`);
  expect(readdirSync(join(DIST, 'audio'))).toContain(file);
});

test('without recordings the coach says honestly how long it can keep quiet', () => {
  const words = told({ act: 'rehearse', seconds: 60 });
  expect(ssml(words, 'medium')).toBe(
    '<speak>I can only keep quiet for ten seconds here, so give the short version out loud. Starting now.<break time="10s"/></speak>',
  );
  expect(words).not.toMatch(/minute/);
});

test('a speech rate is put on words and never around a recording', () => {
  expect(ssml(told({ act: 'pause' }, FOLDER), 'slow', { quiet: FOLDER })).toBe(
    `<speak><prosody rate="85%">Take half a minute. I&apos;ll be quiet.</prosody><audio src="${FOLDER}/think-30.mp3"/></speak>`,
  );
});

test('quiet is nothing to read, and is not repeated', () => {
  const words = `${told({ act: 'rehearse', seconds: 60 }, FOLDER)} Time.`;
  expect(readable(words)).toMatch(/Starting now\. Time\.$/);
  expect(readable(afterQuiet(words))).toBe('Time.');
  expect(afterQuiet('Nothing quiet.')).toBe('Nothing quiet.');
});
