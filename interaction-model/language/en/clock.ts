/** Numbers from 0 to 59 by everything that they are called: "seven", "7", "07", "twenty five", "oh five". */
const NUMBERS: ReadonlyMap<string, number> = numbers();

const NAMED: ReadonlyMap<string, number> = new Map([
  ['noon', 720],
  ['midday', 720],
  ['midnight', 0],
]);
const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['half', 30],
  ['a quarter', 15],
  ['quarter', 15],
]);

/**
 * The time that words say, in the form in which Alexa gives it ("half past six" is "06:30"); nothing when they say no time. Which half of
 * the day is meant is said beside it: "seven" is "07:00".
 */
export function clockTime(said: string): string | undefined {
  const words = said.replace(/ o'?clock$/, '');
  const minute = NAMED.get(words) ?? beside(words) ?? hourFirst(words);
  if (minute === undefined) return undefined;
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

/** "half past six", "ten to eight", "twenty minutes past nine". */
function beside(words: string): number | undefined {
  const [, many = '', way, of = ''] = /^(.+?)(?: minutes)? (past|after|to|before) (.+)$/.exec(words) ?? [];
  const minutes = FRACTIONS.get(many) ?? NUMBERS.get(many);
  const hour = hourIn(of);
  if (minutes === undefined || hour === undefined) return undefined;
  return way === 'past' || way === 'after' ? hour * 60 + minutes : (hour * 60 - minutes + 1440) % 1440;
}

/** "seven", "seven thirty", "19 05". */
function hourFirst(words: string): number | undefined {
  const parts = words.split(' ');
  for (let split = 1; split <= parts.length; split++) {
    const hour = hourIn(parts.slice(0, split).join(' '));
    const rest = parts.slice(split).join(' ');
    const minutes = rest === '' ? 0 : NUMBERS.get(rest);
    if (hour !== undefined && minutes !== undefined && isMinutes(rest)) return hour * 60 + minutes;
  }
  return undefined;
}

/** "Seven five" is no time; "seven oh five" and "seven 05" are. */
const isMinutes = (words: string): boolean =>
  words === '' || (NUMBERS.get(words) ?? 0) > 9 || /^(oh|zero|0)/.test(words);

function hourIn(words: string): number | undefined {
  const hour = NUMBERS.get(words);
  return hour === undefined || hour > 23 || words.startsWith('oh') ? undefined : hour;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function numbers(): ReadonlyMap<string, number> {
  const units =
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
      ' ',
    );
  const tens = ['twenty', 'thirty', 'forty', 'fifty'];
  const nameOf = (n: number): string => {
    const unit = n % 10 === 0 ? '' : ` ${units[n % 10]}`;
    return units[n] ?? `${tens[Math.floor(n / 10) - 2]}${unit}`;
  };
  const all = new Map<string, number>();
  for (let n = 0; n < 60; n++) {
    for (const form of [nameOf(n), String(n), twoDigits(n)]) all.set(form, n);
    if (n > 0 && n < 10) all.set(`oh ${nameOf(n)}`, n);
  }
  return all;
}
