import { compilePhrase, soundOf as compileSound } from '../../lambda/feedback/phrase';

/** The same function, each text once: several questions use the same phrases, and several rules ask about them. */
function once(of: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = of(text);
    known.set(text, now);
    return now;
  };
}

/** `compilePhrase`, each text once. */
export const phraseOf = once(compilePhrase);

/** `soundOf`, each text once. */
export const soundOf = once(compileSound);
