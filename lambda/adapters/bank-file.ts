import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ReadAt } from '../bank/index-file';
import { Elsewhere } from '../ports/elsewhere';

/** A file of the built bank is missing or damaged. */
export class BankFileError extends Error {
  override readonly name = 'BankFileError';

  constructor(file: string, problem: string, cause?: unknown) {
    super(`${file} ${problem}: run npm run build`, { cause });
  }
}

/** Whatever goes wrong inside a file is said with the file's name. What has yet to be fetched is not wrong. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof Elsewhere) throw cause;
    throw new BankFileError(path, `is damaged (${String(cause)})`, cause);
  }
}

/** A file of the bank, wherever it lies. */
export interface BankFile {
  /** For messages. */
  readonly path: string;
  /** Throws `Elsewhere` while the bytes have to be fetched. */
  readonly read: ReadAt;
  close(): void;
}

/** A file of the bank that is here. */
export interface OpenFile extends BankFile {
  readonly size: number;
}

/** Opens a file on disk. Throws `BankFileError`. */
export function openFile(path: string): OpenFile {
  try {
    const descriptor = openSync(path, 'r');
    return {
      path,
      size: fstatSync(descriptor).size,
      read: (offset, length) => {
        const bytes = Buffer.alloc(length);
        return bytes.subarray(0, readSync(descriptor, bytes, 0, length, offset));
      },
      close: () => closeSync(descriptor),
    };
  } catch (cause) {
    throw new BankFileError(path, 'is missing or cannot be read', cause);
  }
}
