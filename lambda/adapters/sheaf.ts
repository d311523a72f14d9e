import { deflateSync, inflateSync } from 'node:zlib';
import type { Question } from '../bank/types';

/**
 * How a field lies in a pack: the length of its outline (four bytes, little-endian), the outline (deflated JSON: everything that choosing a
 * question needs), and then the depth of each question by itself. Of hundreds of questions a conversation opens a handful, so that a field
 * of a thousand rich questions costs little more than a small one.
 */
const LENGTH_BYTES = 4;

/** Bytes of JSON of any one piece. */
const MOST_BYTES = 16 * 1024 * 1024;

const DEEP = [
  'ask',
  'why',
  'hint',
  'keyPoints',
  'redFlags',
  'misconceptions',
  'sampleShort',
  'sampleLong',
  'followUps',
  'links',
  'terms',
] as const;
type Depth = Pick<Question, (typeof DEEP)[number]>;
type Outline = Omit<Question, keyof Depth>;

/** Where the depth of a question begins behind the outline, and how many bytes it takes. */
type Place = readonly [offset: number, length: number];

/** A question that is not opened yet. */
export type Closed = Outline & { readonly depth: () => Depth };

interface WithQuestions {
  readonly questions: readonly Question[];
}

/** What holds questions, packed. */
export function bind<T extends WithQuestions>(whole: T): Uint8Array {
  const depths = whole.questions.map((question) => deflated(depthOf(question)));
  let end = 0;
  const questions = whole.questions.map((question, i) => {
    const length = depths[i]?.length ?? 0;
    end += length;
    return { ...outlineOf(question), depth: [end - length, length] satisfies Place };
  });
  const outline = deflated({ ...whole, questions });
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(outline.length);
  return Buffer.concat([length, outline, ...depths]);
}

/** What was packed, as JSON with closed questions in place of open ones, and the bytes that it takes. Throws when it is damaged. */
export function unbind(bytes: Uint8Array): { readonly value: unknown; readonly bytes: number } {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = LENGTH_BYTES + whole.readUInt32LE(0);
  const value = inflated(whole.subarray(LENGTH_BYTES, start));
  if (!hasRows(value)) throw new SyntaxError('there are no questions');
  const depths = whole.subarray(start);
  const questions = value.questions.map(({ depth: [offset, length], ...outline }) => ({
    ...outline,
    depth: () => openedDepth(depths.subarray(offset, offset + length)),
  }));
  return { value: { ...value, questions }, bytes: whole.length };
}

/** A question whose depth is read when it is first looked at. `guard` runs the reading. */
export function opened({ depth, ...outline }: Closed, guard: <T>(read: () => T) => T): Question {
  return Object.assign(new Opened(() => guard(depth)), outline);
}

/** The deep half of a question. A class, because hundreds of literals with as many getters take milliseconds to make. */
class Opened implements Depth {
  readonly #read: () => Depth;
  #depth: Depth | undefined;

  constructor(read: () => Depth) {
    this.#read = read;
  }

  get #deep(): Depth {
    this.#depth ??= this.#read();
    return this.#depth;
  }

  get ask() {
    return this.#deep.ask;
  }
  get why() {
    return this.#deep.why;
  }
  get hint() {
    return this.#deep.hint;
  }
  get keyPoints() {
    return this.#deep.keyPoints;
  }
  get redFlags() {
    return this.#deep.redFlags;
  }
  get misconceptions() {
    return this.#deep.misconceptions;
  }
  get sampleShort() {
    return this.#deep.sampleShort;
  }
  get sampleLong() {
    return this.#deep.sampleLong;
  }
  get followUps() {
    return this.#deep.followUps;
  }
  get links() {
    return this.#deep.links;
  }
  get terms() {
    return this.#deep.terms;
  }
}

function depthOf(question: Question): Depth {
  const { ask, why, hint, keyPoints, redFlags, misconceptions, sampleShort, sampleLong, followUps, links, terms } =
    question;
  return { ask, why, hint, keyPoints, redFlags, misconceptions, sampleShort, sampleLong, followUps, links, terms };
}

const outlineOf = (question: Question): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(question).filter(([key]) => !DEEP.some((deep) => deep === key)));

function openedDepth(bytes: Uint8Array): Depth {
  const depth = inflated(bytes);
  if (!isDepth(depth)) throw new SyntaxError('a question is not where its outline says');
  return depth;
}

const deflated = (value: unknown): Uint8Array => deflateSync(JSON.stringify(value));

const inflated = (bytes: Uint8Array): unknown =>
  JSON.parse(inflateSync(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8'));

/** The inside was written by the build from checked content, and deflate's checksum says that it is unchanged. */
const hasRows = (value: unknown): value is { readonly questions: readonly (Outline & { readonly depth: Place })[] } =>
  typeof value === 'object' && value !== null && 'questions' in value && Array.isArray(value.questions);

const isDepth = (value: unknown): value is Depth =>
  typeof value === 'object' && value !== null && DEEP.every((key) => key in value);
