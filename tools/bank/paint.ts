const CODES = { red: 31, green: 32, yellow: 33, bold: 1, dim: 2 } as const;

export type Paint = (text: string, how: keyof typeof CODES) => string;

/** Colours on a terminal; elsewhere, plain text. */
export const painter =
  (colour: boolean): Paint =>
  (text, how) =>
    colour ? `\u001b[${CODES[how]}m${text}\u001b[0m` : text;
