import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../told';
import { UsageError } from './options';

/** What the terminal keeps beside the store. */
export interface Folder {
  readonly history: () => readonly string[];
  readonly keepHistory: (lines: readonly string[]) => void;
  readonly idsMade: () => number;
  readonly keepIdsMade: (count: number) => void;
  /** Takes a line of the skill's log; the log begins anew with each run. */
  readonly log: (line: string) => void;
}

const LONGEST_HISTORY = 500;

/** A folder that keeps nothing. */
export const NO_FOLDER: Folder = {
  history: () => [],
  keepHistory: () => {},
  idsMade: () => 0,
  keepIdsMade: () => {},
  log: () => {},
};

/** The files of a data folder. Throws `UsageError` when it cannot be written or holds something else. */
export function dataFolder(dir: string): Folder {
  makeFolder(dir);
  const historyFile = join(dir, 'history');
  const idsFile = join(dir, 'ids-made');
  const logFile = join(dir, 'skill.log');
  let log: number | undefined;
  return {
    history: () => (existsSync(historyFile) ? readFileSync(historyFile, 'utf8').split('\n').filter(Boolean) : []),
    keepHistory: (lines) => writeFileSync(historyFile, `${lines.slice(-LONGEST_HISTORY).join('\n')}\n`),
    idsMade: () => (existsSync(idsFile) ? countIn(idsFile) : 0),
    keepIdsMade: (count) => writeFileSync(idsFile, `${count}\n`),
    log: (line) => {
      log ??= openSync(logFile, 'w');
      writeSync(log, `${line}\n`);
    },
  };
}

function makeFolder(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true });
  } catch (error) {
    throw new UsageError(
      `${dir} cannot be used as a folder for progress (${codeOf(error)}); name another with --data.`,
    );
  }
}

function countIn(file: string): number {
  const text = readFileSync(file, 'utf8').trim();
  if (!/^\d{1,15}$/.test(text)) {
    throw new UsageError(`${file} should hold a number and does not; remove it, or name another folder with --data.`);
  }
  return Number(text);
}
