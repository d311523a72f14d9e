import { createHash } from 'node:crypto';

/** 64 bits of SHA-256 in hex: names a request or a session without keeping its id. */
export const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
