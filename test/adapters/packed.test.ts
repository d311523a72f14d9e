import fc from 'fast-check';
import { packCard, packDeck, packSeen, unpackCard, unpackDeck, unpackSeen } from '../../lambda/adapters/dynamo/packed';
import { type Card, roundCard } from '../../lambda/coach/card';
import { NewerSchemaError } from '../../lambda/ports/store';
import { anyCard, card, request } from '../contracts/samples';

describe('A packed deck', () => {
  test('has one byte of format and 18 bytes a card, as documented', () => {
    const one: Card = {
      question: 0x0102,
      stability: 1.5,
      difficulty: 2,
      due: 0x0304,
      last: 0x0506,
      attempts: 7,
      lapses: 8,
      best: 9,
      missed: 10,
    };
    expect(Buffer.from(packDeck([one])).toString('hex')).toBe(
      '01' + '0201' + '0000c03f' + '00000040' + '0403' + '0605' + '0708090a',
    );
  });

  test('gives back any deck, one card a question in the order of their numbers', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyCard(), { selector: ({ question }) => question }), (cards) => {
        expect(unpackDeck(packDeck(cards))).toEqual([...cards].sort((a, b) => a.question - b.question));
      }),
    );
  });

  test('keeps of several cards of a question the last', () => {
    expect(unpackDeck(packDeck([card(1), card(2), card(1, 5)]))).toEqual([card(1, 5), card(2)]);
  });

  test('gives nothing but sound cards and never fails, whatever the bytes, unless the format is later', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        if ((bytes[0] ?? 0) > 1) return expect(() => unpackDeck(bytes)).toThrow(NewerSchemaError);
        for (const each of unpackDeck(bytes)) expect(roundCard(each)).toEqual(each);
      }),
    );
  });

  test('cut anywhere, gives its whole cards', () => {
    const deck = packDeck([card(1), card(2), card(3)]);
    for (let length = 0; length <= deck.length; length++) {
      expect(unpackDeck(deck.subarray(0, length))).toHaveLength(Math.max(0, Math.floor((length - 1) / 18)));
    }
  });
});

describe('A packed card', () => {
  test('comes back as it was rounded', () => {
    const exact = {
      ...card(3),
      stability: 2.123456789,
      difficulty: 5.123456789,
      due: 20_609.4,
      attempts: 300,
      best: 66.6,
    };
    expect(unpackCard(packCard(exact))).toEqual([roundCard(exact)]);
    expect(roundCard(exact)).toMatchObject({ stability: 2.1234567165374756, due: 20_609, attempts: 255, best: 67 });
  });

  test('is rounded once and for all', () => {
    fc.assert(
      fc.property(anyCard(), fc.double({ min: 0, max: 36_500, noNaN: true }), (some, stability) => {
        const once = roundCard({ ...some, stability });
        expect(roundCard(once)).toEqual(once);
      }),
    );
  });

  test.each([[-1], [65_536], [1.5], [Number.NaN]])('has no question number %p', (question) => {
    expect(() => packCard({ ...card(1), question })).toThrow(RangeError);
  });
});

describe('Packed requests', () => {
  test('are the last 16, 8 bytes each', () => {
    const all = Array.from({ length: 20 }, (_, i) => request(i));
    expect(packSeen(all)).toHaveLength(128);
    expect(unpackSeen(packSeen(all))).toEqual(all.slice(-16));
  });

  test('come back as they were', () => {
    const hash = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((n) => n.toString(16).padStart(16, '0'));
    fc.assert(
      fc.property(fc.array(hash, { maxLength: 16 }), (seen) => expect(unpackSeen(packSeen(seen))).toEqual(seen)),
    );
  });

  test.each([[''], ['123'], ['0123456789ABCDEF'], ['0123456789abcdefg']])('are 16 hex digits, not %p', (hash) => {
    expect(() => packSeen([hash])).toThrow('16 hex digits');
  });
});
