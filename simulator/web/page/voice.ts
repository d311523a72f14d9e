import type { Sound } from '../shown';
import { recorded } from './wire';

/** Milliseconds that a word takes a reader, where nothing is spoken. */
const READING = 230;
const LONGEST_READING = 15_000;

/** What is being played; `stop` cuts it short. */
export interface Playing {
  readonly done: Promise<void>;
  readonly stop: () => void;
}

/** Says words; resolves when they are said, or when `stopped` does. */
type Saying = (words: string, stopped: Promise<void>) => Promise<void>;

/** The browser has a voice of its own that works without a network. */
const hasVoices = (): boolean => 'speechSynthesis' in window && speechSynthesis.getVoices().length > 0;

/** How words are said: by the browser, else by the server, else by giving time to read them. */
export function saying(aloud: boolean, serverSpeaks: boolean): Saying {
  if (!aloud) return read;
  if (hasVoices()) return spoken;
  return serverSpeaks ? played : read;
}

/** Plays words and quiet, one after the other. */
export function playing(sounds: readonly Sound[], say: Saying): Playing {
  let stop = () => {};
  let going = true;
  const stopped = new Promise<void>((resolve) => {
    stop = () => {
      going = false;
      resolve();
    };
  });
  const each = async () => {
    for (const sound of sounds) {
      if (!going) return;
      await ('quiet' in sound ? pause(sound.quiet, stopped) : say(sound.words, stopped));
    }
  };
  return { done: each(), stop };
}

const pause = (ms: number, stopped: Promise<void>): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    void stopped.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });

const read: Saying = (words, stopped) => pause(Math.min(LONGEST_READING, words.split(/\s+/).length * READING), stopped);

const spoken: Saying = (words, stopped) =>
  new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.lang = 'en-US';
    utterance.onend = () => resolve();
    utterance.onerror = () => resolve();
    void stopped.then(() => {
      speechSynthesis.cancel();
      resolve();
    });
    speechSynthesis.speak(utterance);
  });

/** The server's voice. A browser that plays nothing of itself leaves time for reading. */
const played: Saying = async (words, stopped) => {
  const sound = await recorded(words);
  if (sound === undefined) return read(words, stopped);
  const address = URL.createObjectURL(sound);
  const audio = new Audio(address);
  const ended = new Promise<void>((resolve) => {
    audio.onended = () => resolve();
    audio.onerror = () => resolve();
  });
  try {
    await audio.play();
    await Promise.race([ended, stopped]);
  } catch {
    await read(words, stopped);
  } finally {
    audio.pause();
    URL.revokeObjectURL(address);
  }
};
