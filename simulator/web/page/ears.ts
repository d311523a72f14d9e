/** As much of the browser's speech recognition as is used; some browsers have it under a name of their own. */
interface Recognition {
  lang: string;
  interimResults: boolean;
  onspeechstart: (() => void) | null;
  onresult: ((event: { readonly results: ArrayLike<Result> }) => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  start(): void;
  abort(): void;
}
type Result = ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean };

declare global {
  interface Window {
    readonly SpeechRecognition?: new () => Recognition;
    readonly webkitSpeechRecognition?: new () => Recognition;
  }
}

/** Listens by the browser's own recognition. */
export interface Ears {
  readonly listen: () => void;
  readonly close: () => void;
}

/** What is told of listening. */
interface Listener {
  /** Somebody begins to speak. */
  readonly begun: () => void;
  /** As much as was understood until now. */
  readonly hearing: (text: string) => void;
  readonly heard: (text: string) => void;
  /** Why nothing can be heard here. */
  readonly failed: (why: string) => void;
}

/** Not a failure: nobody spoke, or listening was cut short. */
const QUIET = new Set(['no-speech', 'aborted']);

/** The browser's ears; nothing in a browser that has none. */
export function earsOf({ begun, hearing, heard, failed }: Listener): Ears | undefined {
  const Recognizer = window.SpeechRecognition ?? window.webkitSpeechRecognition;
  if (Recognizer === undefined) return undefined;
  let now: Recognition | undefined;
  const close = () => {
    const before = now;
    now = undefined;
    before?.abort();
  };
  const listen = () => {
    close();
    const recognition = new Recognizer();
    now = recognition;
    recognition.lang = 'en-US';
    recognition.interimResults = true;
    recognition.onspeechstart = () => now === recognition && begun();
    recognition.onresult = ({ results }) => {
      if (now !== recognition) return;
      const all = Array.from(results);
      const text = all
        .map((result) => result[0]?.transcript ?? '')
        .join('')
        .trim();
      if (all.every(({ isFinal }) => isFinal)) heard(text);
      else hearing(text);
    };
    recognition.onerror = ({ error }) => {
      if (now === recognition && !QUIET.has(error)) failed(error);
    };
    recognition.start();
  };
  return { listen, close };
}
