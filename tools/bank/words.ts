/** Words that are spoken: anything with a letter or digit between blanks. */
export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Usual pace of the voice that reads the samples. */
const WORDS_A_MINUTE = 150;

/** How long a text takes to say, in whole seconds. */
export const spokenSeconds = (text: string): number => Math.round((countWords(text) / WORDS_A_MINUTE) * 60);

/** Sentences, with the mark that ends each. */
export const sentencesOf = (text: string): string[] => text.trim().split(/(?<=[.!?])\s+/);
