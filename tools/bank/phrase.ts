import { compilePhrase } from '../../lambda/feedback/phrase';

const known = new Map<string, string>();

/** `compilePhrase`, each text once: several rules ask about the same phrases. */
export function phraseOf(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const phrase = compilePhrase(text);
  known.set(text, phrase);
  return phrase;
}
