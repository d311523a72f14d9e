/** A piece of an APL document: plain JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Part = { readonly [key: string]: Json };

/** Colours, each with a contrast of at least 7 to 1 on the background, but for what is only decoration. */
export const INK = {
  background: '#101828',
  text: '#F5F7FA',
  quiet: '#B3BED0',
  accent: '#8CC8FF',
  button: '#23395B',
  track: '#2B3850',
  said: '#62D492',
  unsure: '#FFC861',
  missing: '#FF9C8F',
} as const;

/** What the document takes from its data as it is drawn. */
export const bound = (path: string): string => `\${${path}}`;

/** Text in a size; the words are bound from the data, so that nothing in them is taken for an expression. */
export const text = (words: string, fontSize: number, more: Part = {}): Part => ({
  type: 'Text',
  text: words,
  fontSize,
  color: INK.text,
  ...more,
});

export const column = (items: readonly Json[], more: Part = {}): Part => ({ type: 'Container', items, ...more });

export const across = (items: readonly Json[], more: Part = {}): Part =>
  column(items, { direction: 'row', alignItems: 'center', ...more });

/** Characters that a text component takes for markup, written so that it shows them. */
export const plain = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
