import fc from 'fast-check';
import { type Card, roundCard } from '../../lambda/coach/card';
import type { Me, OpenQuestion } from '../../lambda/coach/kept';
import type { FieldChange } from '../../lambda/ports/store';

/** 1 June 2026, in seconds since 1970. */
export const NOW = Date.UTC(2026, 5, 1) / 1000;
export const DAY = 86_400;

export const me: Me = {
  epoch: '0123456789abcdef',
  field: 'records-technician',
  rate: 'medium',
  selfCheck: true,
  launches: 1,
  zone: 'Europe/London',
  streak: { day: 20_605, length: 3 },
  setting: 'police',
};

/** The hash of the n-th request. */
export const request = (n: number): string => n.toString(16).padStart(16, '0');

export const card = (question: number, attempts = 1): Card =>
  roundCard({
    question,
    stability: 3.173 * attempts,
    difficulty: 5.282,
    due: 20_609,
    last: 20_605,
    attempts,
    lapses: 0,
    best: 67,
    missed: 0b10,
  });

export const open: OpenQuestion = {
  question: 12,
  at: NOW,
  holder: 'fedcba9876543210',
  heard: 0b101,
  begun: true,
  flagged: false,
};

/** The first write of a field, and what differs from it. */
export const change = (differing: Partial<FieldChange> = {}): FieldChange => ({
  field: 'records-technician',
  epoch: me.epoch,
  version: undefined,
  seen: [request(1)],
  cards: [],
  ...differing,
});

const byte = fc.nat(255);
const day = fc.nat(0xffff);
const float = (max: number) => fc.float({ min: 0, max, noNaN: true }).map((x) => Math.abs(x));

/** Any card that can be kept. */
export const anyCard = (question = fc.nat(0xffff)): fc.Arbitrary<Card> =>
  fc.record({
    question,
    stability: float(36_500),
    difficulty: float(10),
    due: day,
    last: day,
    attempts: byte,
    lapses: byte,
    best: fc.nat(100),
    missed: byte,
  });

/** Any open question. */
export const anyOpen: fc.Arbitrary<OpenQuestion> = fc.record({
  question: fc.nat(0xffff),
  at: fc.nat(2 ** 31),
  holder: fc.nat().map(request),
  heard: byte,
  begun: fc.boolean(),
  flagged: fc.boolean(),
});
