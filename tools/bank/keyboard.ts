import { readSync } from 'node:fs';
import { codeOf } from './yaml-file';

const STANDARD_INPUT = 0;
const NEWLINE = 10;

/** Reads one line of standard input, byte by byte so that nothing of the next is lost; `undefined` at the end. Prompts on a terminal alone. */
export function askLine(prompt: string): string | undefined {
  if (process.stdin.isTTY) process.stderr.write(prompt);
  const bytes: number[] = [];
  for (let byte = nextByte(); byte !== NEWLINE; byte = nextByte()) {
    if (byte === undefined) return bytes.length > 0 ? textOf(bytes) : undefined;
    bytes.push(byte);
  }
  return textOf(bytes);
}

const textOf = (bytes: readonly number[]): string => Buffer.from(bytes).toString('utf8').replace(/\r$/, '');

function nextByte(): number | undefined {
  const buffer = Buffer.alloc(1);
  try {
    return readSync(STANDARD_INPUT, buffer, 0, 1, null) === 0 ? undefined : buffer[0];
  } catch (cause) {
    if (codeOf(cause) === 'EOF' || codeOf(cause) === 'EAGAIN') return undefined;
    throw cause;
  }
}
