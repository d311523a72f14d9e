/** A web page, as a link on the page names it. */
export interface PageLink {
  readonly text: string;
  readonly address: string;
  /** The heading that it stands under. */
  readonly under: string;
}

/** A page of sample questions for one field. */
export interface Page {
  /** "Records Technician" */
  readonly title: string;
  readonly introduction: readonly string[];
  readonly questions: readonly string[];
  /** The page with more questions. */
  readonly more?: PageLink;
  readonly sites: readonly PageLink[];
  /** Everything that has no place in a field, as it stands: the author decides. */
  readonly rest: readonly string[];
}

/** What keeps a page from being read, with what to do about it. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

/**
 * Reads a page in the form "# X Interview Prep", an introduction, "## Sample Questions" as a numbered list that may end in a link to more,
 * and sections with sites to follow. Characters that got lost on the way (emoji, broken encodings) are left out. Throws `PageError`.
 */
export function readPage(markdown: string): Page {
  const [top, ...sections] = sectionsOf(markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const title = titleOf(top?.heading ?? '');
  const list = sections.find(({ heading }) => /sample questions/i.test(heading));
  if (!list) throw new PageError('it has no heading "## Sample Questions" with a numbered list under it');
  const items = itemsOf(list.lines);
  const links = items.flatMap((item) => linksIn(item, list.heading));
  const entries = items.filter((item) => linksIn(item, '').length === 0).map((item) => askIn(cleaned(item)));
  const questions = entries.map(({ ask }) => ask);
  if (questions.length === 0) throw new PageError('there is no numbered question, "1. …", under "## Sample Questions"');
  const others = [...(top ? [top] : []), ...sections].filter((section) => section !== list);
  const [more] = links;
  return {
    title,
    introduction: paragraphsOf(top?.lines ?? []),
    questions,
    ...(more && { more }),
    sites: distinct(others.flatMap(({ heading, lines }) => lines.flatMap((line) => linksIn(line, heading)))),
    rest: [
      ...entries.flatMap(({ after }) => after ?? []),
      ...others.filter((section) => section !== top).flatMap(({ lines }) => paragraphsOf(lines)),
    ],
  };
}

/** The first element is what stands under the title; its heading is empty when there is none. */
function sectionsOf(markdown: string): Section[] {
  const [before = '', ...rest] = markdown.split(/^#{1,6}[ \t]+/m);
  const sections = rest.map((text): Section => {
    const [heading = '', ...lines] = text.split('\n');
    return { heading: cleaned(heading), lines };
  });
  return before.trim() === '' ? sections : [{ heading: '', lines: before.split('\n') }, ...sections];
}

function titleOf(heading: string): string {
  const title = /^(.+?) interview prep(?:aration)?$/i.exec(heading)?.[1];
  if (title === undefined) {
    const found = heading === '' ? 'it begins without a title' : `its title is "${heading}"`;
    throw new PageError(`${found}; begin it with "# X Interview Prep", X being the field`);
  }
  return title;
}

/** Entries of a numbered list; what follows an entry without a number of its own belongs to it. */
function itemsOf(lines: readonly string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    const item = /^\s*\d+[.)]\s+(.*)$/.exec(line)?.[1];
    const last = items.length - 1;
    if (item !== undefined) items.push(item.trim());
    else if (last >= 0 && line.trim() !== '') items[last] = `${items[last]} ${line.trim()}`;
  }
  return items;
}

/** A question, and what the page says after it: an answer is not to be read out with it. */
function askIn(item: string): { readonly ask: string; readonly after?: string } {
  const [, ask, after] = /^(.*?\?["”')]*)\s+(\S.*)$/.exec(item) ?? [];
  return ask === undefined || after === undefined || ASKS_ON.test(after) ? { ask: item } : { ask, after };
}

/** One question may come in two sentences. */
const ASKS_ON = /^[^?]*\?["”')]*$/;

const linksIn = (text: string, under: string): PageLink[] =>
  [...text.matchAll(/\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g)].map(([, label = '', address = '']) => ({
    text: cleaned(label),
    address,
    under,
  }));

const distinct = (links: readonly PageLink[]): PageLink[] =>
  links.filter((link, i) => links.findIndex(({ address }) => sameAddress(address, link.address)) === i);

const sameAddress = (a: string, b: string): boolean => a.replace(/\/$/, '') === b.replace(/\/$/, '');

const paragraphsOf = (lines: readonly string[]): string[] =>
  lines
    .join('\n')
    .split(/\n\s*\n/)
    .map(cleaned)
    .filter((paragraph) => paragraph !== '');

/**
 * One line of plain words: links by their text, no marks of emphasis, no blanks before punctuation, and no words without a Latin letter or
 * digit of plain ASCII, which is what emoji become when an encoding is mistaken for another.
 */
function cleaned(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/[*`]|(?<!\w)_+|_+(?!\w)/g, '')
    .split(/\s+/)
    .filter((word) => /[A-Za-z0-9]/.test(word) || /^[\p{P}]+$/u.test(word))
    .join(' ')
    .replace(/\s+([.,!?;:])/g, '$1')
    .trim();
}
