import { statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Recordings have 48 kbit/s, which is what Alexa's audio tag asks for. */
const BYTES_A_MILLISECOND = 6;

/** How long a recording of the built project plays, in milliseconds, by the address that a reply names; 0 for one that is not there. */
export function recordingLength(dist: string, address: string): number {
  const file = statSync(join(dist, 'audio', basename(address)), { throwIfNoEntry: false });
  return file === undefined ? 0 : file.size / BYTES_A_MILLISECOND;
}
