import fc from 'fast-check';
import { dateOf, dayOf, dayOfDate } from '../../lambda/coach/calendar';

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

describe("the listener's own day", () => {
  test.each([
    ['2026-06-01T03:59:59Z', 'America/New_York', '2026-05-31'],
    ['2026-06-01T04:00:00Z', 'America/New_York', '2026-06-01'],
    ['2026-01-01T04:59:59Z', 'America/New_York', '2025-12-31'],
    ['2026-06-01T22:59:59Z', 'Europe/London', '2026-06-01'],
    ['2026-06-01T23:00:00Z', 'Europe/London', '2026-06-02'],
    ['2026-01-01T00:00:00Z', 'Europe/London', '2026-01-01'],
    ['2026-06-01T18:29:59Z', 'Asia/Kolkata', '2026-06-01'],
    ['2026-06-01T18:30:00Z', 'Asia/Kolkata', '2026-06-02'],
    ['2026-06-01T14:00:00Z', 'Australia/Sydney', '2026-06-02'],
    ['2026-06-01T10:00:00Z', 'Pacific/Kiritimati', '2026-06-02'],
    ['2026-06-01T10:59:59Z', 'Pacific/Pago_Pago', '2026-05-31'],
  ])('at %s in %s is %s', (moment, zone, local) => {
    expect(dayOf(Date.parse(moment), zone)).toBe(day(local));
  });

  test.each([
    ['spring forward in New York, the hour before', '2026-03-08T06:59:59Z', 'America/New_York', '2026-03-08'],
    ['spring forward in New York, midnight before', '2026-03-08T04:59:59Z', 'America/New_York', '2026-03-07'],
    ['spring forward in New York, midnight after', '2026-03-09T03:59:59Z', 'America/New_York', '2026-03-08'],
    ['spring forward in New York, the next day', '2026-03-09T04:00:00Z', 'America/New_York', '2026-03-09'],
    [
      'fall back in New York, the second time at half past one',
      '2026-11-01T06:30:00Z',
      'America/New_York',
      '2026-11-01',
    ],
    ['fall back in New York, the 25th hour', '2026-11-02T04:59:59Z', 'America/New_York', '2026-11-01'],
    ['spring forward in London', '2026-03-29T22:59:59Z', 'Europe/London', '2026-03-29'],
    ['the day after that', '2026-03-29T23:00:00Z', 'Europe/London', '2026-03-30'],
    ['fall back in London', '2026-10-25T23:59:59Z', 'Europe/London', '2026-10-25'],
    ['a midnight that did not exist, Cairo', '2026-04-23T22:00:00Z', 'Africa/Cairo', '2026-04-24'],
    ['29 February', '2028-02-29T12:00:00Z', 'Europe/London', '2028-02-29'],
  ])('%s', (_, moment, zone, local) => {
    expect(dayOf(Date.parse(moment), zone)).toBe(day(local));
  });

  test.each(['Mars/Olympus', '', 'undefined', '<script>'])('a zone that is none, %j, counts as UTC', (zone) => {
    expect(dayOf(Date.parse('2026-06-01T23:59:59Z'), zone)).toBe(day('2026-06-01'));
    expect(dayOf(Date.parse('2026-06-02T00:00:00Z'), zone)).toBe(day('2026-06-02'));
  });

  test('never goes back while time goes on, and moves by at most a day in a day', () => {
    const zone = fc.constantFrom('America/New_York', 'Europe/London', 'Asia/Kolkata', 'Australia/Sydney', 'UTC');
    const moment = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(zone, moment, fc.nat(86_400_000), (where, now, later) => {
        const passed = dayOf(now + later, where) - dayOf(now, where);
        expect(passed === 0 || passed === 1 || (passed === 2 && later > 82_800_000)).toBe(true);
      }),
    );
  });
});

test('a day and its date are the same day', () => {
  fc.assert(fc.property(fc.nat(0xffff), (n) => expect(dayOfDate(dateOf(n))).toBe(n)));
});
