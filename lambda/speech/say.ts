import { dateOf } from '../coach/calendar';
import type { Day } from '../coach/card';
import { chance } from '../coach/chance';

/** One of a small set, by the key of the request: varied for the ear, predictable for a test. */
export function pick(key: string, set: readonly [string, ...string[]]): string {
  return set[Math.floor(chance(key) * set.length)] ?? set[0];
}

/** The first of a set that was not asked just now: nobody is asked in the same words twice in a row. */
export const afresh = (asked: string | undefined, set: readonly [string, ...string[]]): string =>
  set.find((words) => words !== asked) ?? set[0];

/**
 * "a", "a and b", "a, b and c"; with `word` other than "and" where a choice is meant. Where items hold an "and" or "or" of their own, a comma
 * stands before the last, and "and also", so that the ear can tell them apart.
 */
export function list(items: readonly string[], word = 'and'): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const link = !items.some((item) => /,| and | or /.test(item))
    ? ` ${word}`
    : word === 'and'
      ? ', and also'
      : `, ${word}`;
  return `${items.slice(0, -1).join(', ')}${link} ${last}`;
}

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Small numbers in words. */
export const count = (n: number): string => NUMBERS[n] ?? String(n);

/** "one point", "two points", "no points". */
export const counted = (n: number, noun: string): string => `${count(n)} ${noun}${n === 1 ? '' : 's'}`;

/** The first letter in upper case. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A day of the schedule as people say it: "tomorrow", "on Wednesday", "on December 14" ("on 14 December" outside the US). */
export function dayName(day: Day, today: Day, locale: string): string {
  if (day <= today) return 'today';
  if (day === today + 1) return 'tomorrow';
  const date = dateOf(day);
  if (day < today + 7) return `on ${WEEKDAYS[date.getUTCDay()]}`;
  const [month, number] = [MONTHS[date.getUTCMonth()], date.getUTCDate()];
  return locale === 'en-US' || locale === 'en-CA' ? `on ${month} ${number}` : `on ${number} ${month}`;
}
