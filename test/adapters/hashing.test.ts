import { fieldKey, meKey, namedBy, partitionOf, prefixOf } from '../../lambda/adapters/dynamo/hashing';

const household = 'amzn1.ask.account.A';
const person = 'amzn1.ask.person.B';

describe('Keys of the table', () => {
  test('are hashes of ids: SHA-256 in hex, a person by the first 32 digits', () => {
    expect(partitionOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(prefixOf({ household, person: 'abc' })).toBe('ba7816bf8f01cfea414140de5dae2223#');
    expect(prefixOf({ household })).toBe('household#');
  });

  test('put a household in one partition and keep its persons apart', () => {
    const keys = [{ household }, { household, person }].map((who) => meKey(who));
    expect(new Set(keys.map(({ pk }) => pk)).size).toBe(1);
    expect(new Set(keys.map(({ sk }) => sk)).size).toBe(2);
  });

  test.each([
    [meKey({ household }).sk, { is: 'me' }],
    [meKey({ household, person }).sk, { is: 'me' }],
    [fieldKey({ household, person }, 'records-technician').sk, { is: 'field', field: 'records-technician' }],
    [fieldKey({ household }, 'a#b').sk, { is: 'field', field: 'a#b' }],
    ['household#field#', { is: 'other' }],
    ['household#field', { is: 'other' }],
    ['household#me#x', { is: 'other' }],
    ['household#badge', { is: 'other' }],
    ['', { is: 'other' }],
  ])('say what they name: %p', (sk, named) => {
    expect(namedBy(sk)).toEqual(named);
  });
});
