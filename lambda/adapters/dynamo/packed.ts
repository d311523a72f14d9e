import { type Card, roundCard } from '../../coach/card';
import { NewerSchemaError } from '../../ports/store';

/**
 * The packed forms. UpdateItem is charged for the whole item, so a deck is one binary attribute and not a map of maps.
 *
 * A deck is one byte, the number of the format (1), and then 18 bytes a card, numbers little-endian:
 *
 *   offset  0  u16  question, its immutable number in the field
 *           2  f32  stability, days
 *           6  f32  difficulty, 1–10
 *          10  u16  due, days since 1 January 1970
 *          12  u16  last, days since 1 January 1970
 *          14  u8   attempts
 *          15  u8   lapses
 *          16  u8   best coverage, percent
 *          17  u8   missed, bit i set while key point i has not been said
 *
 * A loose card is the same 18 bytes alone. Requests seen are 8 bytes each, oldest first.
 *
 * Reading keeps what is sound: a deck cut short gives its whole cards, and a card whose numbers cannot be a card's is dropped. A
 * format above ours is a newer version's and is refused; whoever makes one raises the number of the schema with it, since it is the
 * schema that writes are on condition of.
 */
const FORMAT = 1;
const CARD_BYTES = 18;
const SEEN_BYTES = 8;
const SEEN_KEPT = 16;
const LARGEST_QUESTION = 0xffff;

/** Packs a deck, one card a question: of several the last one counts. @throws RangeError as `packCard`. */
export function packDeck(cards: readonly Card[]): Uint8Array {
  return Buffer.concat([Uint8Array.of(FORMAT), ...onePerQuestion(cards).map(packCard)]);
}

/** Unpacks a deck. @throws NewerSchemaError for a format of a later version. */
export function unpackDeck(bytes: Uint8Array): readonly Card[] {
  const format = bytes[0] ?? 0;
  if (format > FORMAT) throw new NewerSchemaError(`The deck has format ${format}; this version knows up to ${FORMAT}.`);
  return format === FORMAT ? piecesOf(bytes.subarray(1), CARD_BYTES).flatMap(unpackCard) : [];
}

/** Packs one card, rounded. @throws RangeError if the question's number does not fit 16 bits. */
export function packCard(card: Card): Uint8Array {
  if (!Number.isInteger(card.question) || card.question < 0 || card.question > LARGEST_QUESTION) {
    throw new RangeError(`Question number ${card.question} is not a whole number from 0 to ${LARGEST_QUESTION}.`);
  }
  const { question, stability, difficulty, due, last, attempts, lapses, best, missed } = roundCard(card);
  const bytes = new Uint8Array(CARD_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, question, true);
  view.setFloat32(2, stability, true);
  view.setFloat32(6, difficulty, true);
  view.setUint16(10, due, true);
  view.setUint16(12, last, true);
  bytes.set([attempts, lapses, best, missed], 14);
  return bytes;
}

/** Unpacks one card: none if the bytes are not a card's. */
export function unpackCard(bytes: Uint8Array): readonly [] | readonly [Card] {
  if (bytes.length !== CARD_BYTES) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, CARD_BYTES);
  const card: Card = {
    question: view.getUint16(0, true),
    stability: view.getFloat32(2, true),
    difficulty: view.getFloat32(6, true),
    due: view.getUint16(10, true),
    last: view.getUint16(12, true),
    attempts: view.getUint8(14),
    lapses: view.getUint8(15),
    best: view.getUint8(16),
    missed: view.getUint8(17),
  };
  return isSound(card) ? [card] : [];
}

/** One card a question, of several the last one, in the order of their numbers. */
export const onePerQuestion = (cards: readonly Card[]): readonly Card[] =>
  [...new Map(cards.map((card) => [card.question, card])).values()].sort((a, b) => a.question - b.question);

/** Packs the last 16 request hashes. @throws RangeError for one that is not 16 hex digits. */
export function packSeen(seen: readonly string[]): Uint8Array {
  for (const hash of seen) {
    if (!/^[0-9a-f]{16}$/.test(hash)) throw new RangeError(`A request's hash is 16 hex digits, not "${hash}".`);
  }
  return Buffer.from(seen.slice(-SEEN_KEPT).join(''), 'hex');
}

/** Unpacks request hashes, oldest first. */
export const unpackSeen = (bytes: Uint8Array): readonly string[] =>
  piecesOf(bytes, SEEN_BYTES).map((piece) => Buffer.from(piece).toString('hex'));

/** The whole pieces of a length; what is left over at the end is cut off. */
const piecesOf = (bytes: Uint8Array, length: number): readonly Uint8Array[] =>
  Array.from({ length: Math.floor(bytes.length / length) }, (_, i) => bytes.subarray(i * length, (i + 1) * length));

const isSound = ({ stability, difficulty, best }: Card): boolean =>
  Number.isFinite(stability) && stability >= 0 && Number.isFinite(difficulty) && difficulty >= 0 && best <= 100;
