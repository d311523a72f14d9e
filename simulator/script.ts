import { isScreenName, type ScreenName } from './screens';
import { SERVICES, type ServiceName, TROUBLES, type Trouble } from './services';

/** One thing that happens to the speaker. */
export type Command =
  | { readonly does: 'say'; readonly text: string }
  | { readonly does: 'silence' }
  | { readonly does: 'end' }
  | { readonly does: 'later'; readonly ms: number }
  | { readonly does: 'touch'; readonly args: readonly string[] }
  | { readonly does: 'screen'; readonly on: boolean; readonly size?: ScreenName }
  | { readonly does: 'person'; readonly name: string | undefined }
  | { readonly does: 'device'; readonly name: string }
  | { readonly does: 'permission'; readonly granted: boolean }
  | { readonly does: 'timezone'; readonly zone: string | undefined }
  | { readonly does: 'service'; readonly name: ServiceName | 'database'; readonly up: boolean }
  /** What the reminders service does instead of answering well. */
  | { readonly does: 'trouble'; readonly with: Trouble }
  | { readonly does: 'skill-disabled' }
  | { readonly does: 'intent'; readonly name: string; readonly slots: Readonly<Record<string, string>> };

/** A line of a script with its number and its own words. */
export interface Line {
  readonly number: number;
  readonly text: string;
  readonly command: Command;
}

/** What can stand in brackets, as help and as hints for the keyboard. */
export const CONTROLS = [
  '(silence)',
  '(end)',
  '(later 2d)',
  '(touch ARG…)',
  '(screen on|off|round|small|medium|large|tv)',
  '(person NAME|none)',
  '(device NAME)',
  '(permission reminders granted|denied)',
  '(timezone Europe/London|refused)',
  '(service settings|reminders|database down|up)',
  '(service reminders slow|unsupported)',
  '(skill disabled)',
] as const;

/** A line that cannot be played. The message says why and what would do. */
export class UnplayableLine extends Error {
  override readonly name = 'UnplayableLine';
}

/** Every line of a script but empty ones and comments. Throws `UnplayableLine` with the number of the first bad line. */
export function parseScript(text: string): readonly Line[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((raw, i) => {
      const line = raw.trim();
      if (line === '' || line.startsWith('#')) return [];
      return [{ number: i + 1, text: line, command: numbered(line, i + 1) }];
    });
}

function numbered(line: string, number: number): Command {
  try {
    return parseLine(line);
  } catch (error) {
    throw error instanceof UnplayableLine ? new UnplayableLine(`Line ${number}, ${line}: ${error.message}`) : error;
  }
}

/** One line: a control in brackets, `/intent …`, or words that are said. Throws `UnplayableLine`. */
export function parseLine(line: string): Command {
  if (line.startsWith('/')) return intentLine(line);
  if (!line.startsWith('(')) return { does: 'say', text: line };
  if (!line.endsWith(')')) throw new UnplayableLine('the bracket is never closed.');
  return control(wordsOf(line.slice(1, -1)));
}

function control([name = '', ...rest]: readonly string[]): Command {
  const [first = '', second = '', third = ''] = rest;
  const whole = rest.join(' ');
  switch (name) {
    case 'silence':
      return bare(rest, { does: 'silence' });
    case 'end':
      return bare(rest, { does: 'end' });
    case 'later':
      return { does: 'later', ms: duration(rest) };
    case 'touch':
      return { does: 'touch', args: rest };
    case 'screen':
      return isScreenName(whole)
        ? { does: 'screen', on: true, size: whole }
        : { does: 'screen', on: either(whole, 'on', 'off') };
    case 'person':
      return { does: 'person', name: whole === 'none' ? undefined : named(whole, 'who speaks: (person Sam)') };
    case 'device':
      return { does: 'device', name: named(whole, 'which device: (device kitchen)') };
    case 'permission':
      if (first !== 'reminders' || rest.length !== 2) break;
      return { does: 'permission', granted: either(second, 'granted', 'denied') };
    case 'timezone':
      return { does: 'timezone', zone: whole === 'refused' ? undefined : timezone(whole) };
    case 'service':
      if (rest.length !== 2 || third !== '') break;
      if (first === 'reminders' && isTrouble(second)) return { does: 'trouble', with: second };
      return { does: 'service', name: service(first), up: either(second, 'up', 'down') };
    case 'skill':
      if (whole === 'disabled') return { does: 'skill-disabled' };
  }
  const form = CONTROLS.find((known) => known.startsWith(`(${name} `));
  throw new UnplayableLine(form === undefined ? `no such control; there are ${CONTROLS.join(' ')}` : `write ${form}`);
}

function bare(rest: readonly string[], command: Command): Command {
  if (rest.length > 0) throw new UnplayableLine(`nothing follows (${command.does}).`);
  return command;
}

function either(word: string, yes: string, no: string): boolean {
  if (word !== yes && word !== no) throw new UnplayableLine(`say ${yes} or ${no}.`);
  return word === yes;
}

function named(name: string, what: string): string {
  if (name === '') throw new UnplayableLine(`say ${what}`);
  return name;
}

function service(name: string): ServiceName | 'database' {
  const found = [...SERVICES, 'database' as const].find((known) => known === name);
  if (found === undefined) throw new UnplayableLine('the services are settings, reminders and database.');
  return found;
}

const isTrouble = (word: string): word is Trouble => TROUBLES.some((known) => known === word);

function timezone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone && zone;
  } catch {
    throw new UnplayableLine(`"${zone}" is no time zone; write one like Europe/London, or refused.`);
  }
}

const UNITS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

function duration(parts: readonly string[]): number {
  const times = parts.flatMap((part) => part.match(/[\d.]+[a-z]/g) ?? []);
  const ms = times.reduce((sum, time) => sum + Number(time.slice(0, -1)) * (UNITS[time.slice(-1)] ?? Number.NaN), 0);
  if (times.join('') !== parts.join('') || !(ms > 0)) {
    throw new UnplayableLine('write a time like 30s, 10m, 4h, 2d or 1w.');
  }
  return ms;
}

/** Words parted by spaces; quotes hold some together. */
function wordsOf(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

const SLOT = /\s+([A-Za-z_]+)="([^"]*)"/g;

function intentLine(line: string): Command {
  const [head = '', rest = ''] = split(line, /^\/intent\s+([A-Za-z_.]+)/);
  if (head === '' || rest.replace(SLOT, '').trim() !== '') {
    throw new UnplayableLine('of commands there is only /intent NAME slot="value" here.');
  }
  return {
    does: 'intent',
    name: head,
    slots: Object.fromEntries([...rest.matchAll(SLOT)].map(([, slot = '', value = '']) => [slot, value])),
  };
}

function split(line: string, pattern: RegExp): readonly [string?, string?] {
  const found = pattern.exec(line);
  return found === null ? [] : [found[1] ?? '', line.slice(found[0].length)];
}
