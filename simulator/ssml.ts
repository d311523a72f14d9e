/** `text` is what is heard; `written` is what stands there, where that is something else. */
export interface Words {
  readonly play: 'words';
  readonly text: string;
  readonly written?: string;
}

/** What a device plays, in order. */
export type Piece =
  | Words
  /** Milliseconds of quiet. */
  | { readonly play: 'break'; readonly ms: number }
  | { readonly play: 'audio'; readonly src: string };

export type Ssml = { readonly pieces: readonly Piece[] } | { readonly fault: string };

const TAG = /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ENTITY = /&(amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);/g;
const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const STRENGTHS: Readonly<Record<string, number>> = {
  none: 0,
  'x-weak': 0,
  weak: 0,
  medium: 400,
  strong: 700,
  'x-strong': 1200,
};
const SEPARATING = new Set(['p', 's']);

/** Takes SSML apart. A fault (a tag left open, a bare `&`) is what would make Alexa refuse the whole response. */
export function parseSsml(ssml: string): Ssml {
  const pieces: Piece[] = [];
  const open: string[] = [];
  let begun = false;
  let alias: string | undefined;
  let at = 0;
  while (at < ssml.length) {
    if (ssml[at] !== '<') {
      const end = ssml.indexOf('<', at) < 0 ? ssml.length : ssml.indexOf('<', at);
      const text = ssml.slice(at, end);
      if (/&/.test(text.replace(ENTITY, ''))) return { fault: `a bare & in "${text.trim()}"` };
      if (open.length === 0 && text.trim() !== '') return { fault: `words outside <speak>: "${text.trim()}"` };
      const written = decode(text);
      pieces.push({ play: 'words', ...(alias === undefined ? { text: written } : { text: alias, written }) });
      at = end;
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(ssml);
    if (tag === null) return { fault: `a bare < or a broken tag at "${ssml.slice(at, at + 30)}"` };
    at = TAG.lastIndex;
    const [, closing, name = '', attributes = '', selfClosed] = tag;
    if (closing === '/') {
      if (open.pop() !== name) return { fault: `</${name}> closes a tag that is not open` };
      if (name === 'sub') alias = undefined;
    } else {
      if ((name === 'speak') === begun) return { fault: 'it is not one <speak> and everything inside it' };
      begun = true;
      pieces.push(...played(name, attributes));
      if (selfClosed === '/') continue;
      open.push(name);
      if (name === 'sub') alias = attribute(attributes, 'alias');
    }
    if (SEPARATING.has(name)) pieces.push({ play: 'words', text: ' ' });
  }
  if (!begun) return { fault: 'it has no <speak>' };
  if (open.length > 0) return { fault: `<${open.at(-1)}> is never closed` };
  return { pieces: joined(pieces) };
}

/** The words alone, as they are written where they are said otherwise. SSML that cannot be parsed is given back as it is. */
export function plainText(ssml: string): string {
  const parsed = parseSsml(ssml);
  if ('fault' in parsed) return ssml;
  return parsed.pieces
    .flatMap((piece) => (piece.play === 'words' ? [writtenIn(piece)] : []))
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,!?;:])/g, '$1')
    .trim();
}

/** Words as one reads them. */
export const writtenIn = ({ text, written = text }: Words): string => written;

function played(name: string, attributes: string): readonly Piece[] {
  if (name === 'audio') return [{ play: 'audio', src: attribute(attributes, 'src') ?? '' }];
  if (name !== 'break') return [];
  return [{ play: 'break', ms: breakTime(attribute(attributes, 'time'), attribute(attributes, 'strength')) }];
}

function breakTime(time: string | undefined, strength: string | undefined): number {
  const [, amount, unit] = /^([\d.]+)(ms|s)$/.exec(time ?? '') ?? [];
  if (amount !== undefined) return Number(amount) * (unit === 's' ? 1000 : 1);
  return STRENGTHS[strength ?? 'medium'] ?? 400;
}

function attribute(attributes: string, name: string): string | undefined {
  const [, double, single] = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? [];
  const value = double ?? single;
  return value === undefined ? undefined : decode(value);
}

const decode = (text: string): string =>
  text.replace(ENTITY, (_, entity: string) => {
    if (entity.startsWith('#x')) return String.fromCodePoint(Number.parseInt(entity.slice(2), 16));
    if (entity.startsWith('#')) return String.fromCodePoint(Number(entity.slice(1)));
    return CHARACTERS[entity] ?? '';
  });

/** Words that follow each other as one piece; empty ones left out. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (piece.play === 'words' && last?.play === 'words') result[result.length - 1] = together(last, piece);
    else result.push(piece);
  }
  return result
    .map((piece) => (piece.play === 'words' ? trimmed(piece) : piece))
    .filter((piece) => piece.play !== 'words' || piece.text !== '');
}

function together(a: Words, b: Words): Words {
  const isOther = a.written !== undefined || b.written !== undefined;
  const text = a.text + b.text;
  return { play: 'words', text, ...(isOther && { written: writtenIn(a) + writtenIn(b) }) };
}

const trimmed = (words: Words): Words => ({
  play: 'words',
  text: oneLine(words.text),
  ...(words.written !== undefined && { written: oneLine(words.written) }),
});

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
