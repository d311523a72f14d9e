import fc from 'fast-check';
import { dateOf, dayOf, dayOfDate, isZone, localTime, minutesEastByIntl } from '../../lambda/coach/calendar';
import { minutesEast } from '../../lambda/coach/zones';
import { zoneTable } from '../../tools/zones';

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

describe('the table of zones that the build makes', () => {
  const made = Date.UTC(2026, 10, 26);
  const table = zoneTable(made);

  test('is the same on each day of a month', () => {
    expect(zoneTable(Date.UTC(2026, 10, 1))).toEqual(table);
  });

  const years = { min: table.from, max: table.until - 1 };

  test('says what Intl says, everywhere and at any time', () => {
    const zone = fc.constantFrom(...Object.keys(table.zones));
    fc.assert(
      fc.property(zone, fc.integer(years), (where, moment) => {
        expect(minutesEast(table, moment * 1000, where)).toBe(minutesEastByIntl(moment * 1000, where));
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kathmandu'])(
    'says it to the minute where clocks are changed: %s',
    (zone) => {
      const changes = (table.histories[table.zones[zone] ?? -1] ?? []).filter((_, i) => i % 2 === 1);
      const around = changes.flatMap((moment) => [moment - 60, moment, moment + 60]);
      const said = around.map((moment) => minutesEast(table, moment * 1000, zone));
      expect(said).toEqual(around.map((moment) => minutesEastByIntl(moment * 1000, zone)));
    },
  );

  test.each([
    ['the day before its month', Date.UTC(2026, 9, 31), 'Europe/London', 0],
    ['earlier', Date.UTC(2026, 9, 31) - 1, 'Europe/London', undefined],
    ['a summer later', Date.UTC(2027, 6), 'Europe/London', 60],
    ['in its third year', Date.UTC(2029, 9), 'Asia/Kolkata', 330],
    ['years after', Date.UTC(2030, 6), 'Europe/London', undefined],
    ['a place that is none', made, 'Mars/Olympus', undefined],
    ['the name of something else', made, 'constructor', undefined],
  ])('%s', (_, now, zone, minutes) => {
    expect(minutesEast(table, now, zone)).toBe(minutes);
  });
});

test.each([
  ['2026-06-01T03:59:59Z', 'America/New_York', 1439],
  ['2026-06-01T04:00:00Z', 'America/New_York', 0],
  ['2026-06-01T12:00:00Z', 'Asia/Kolkata', 1050],
])('at %s a clock in %s shows minute %i', (moment, zone, minute) => {
  expect(localTime(Date.parse(moment), zone).minute).toBe(minute);
});

test.each([
  ['Europe/London', true],
  ['Mars/Olympus', false],
  ['constructor', false],
  ['', false],
])('%j is a zone: %s', (name, is) => {
  expect(isZone(name)).toBe(is);
});

test('a day and its date are the same day', () => {
  fc.assert(fc.property(fc.nat(0xffff), (n) => expect(dayOfDate(dateOf(n))).toBe(n)));
});
