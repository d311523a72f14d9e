/**
 * The write-ahead log of LevelDB (its doc/log_format.md): blocks of 32 kB; in each, records of a masked CRC-32C (4 bytes), a length
 * (2) and a type (1), little-endian, then the data. LevelDB silently leaves out records that it cannot read, and with them what was
 * written; only a record cut off at the end of the file is usual, after a process was killed.
 */
const BLOCK = 32_768;
const HEADER = 7;
const LAST_TYPE = 4;
const MASK_DELTA = 0xa282ead8;

/** True if every record of a log is whole, the last one excepted. */
export function soundLog(log: Buffer): boolean {
  let at = 0;
  while (at < log.length) {
    const left = BLOCK - (at % BLOCK);
    if (left < HEADER) {
      at += left;
      continue;
    }
    if (log.length - at < HEADER) return true;
    const length = log.readUInt16LE(at + 4);
    const type = log.readUInt8(at + 6);
    if (type < 1 || type > LAST_TYPE || HEADER + length > left) return false;
    const end = at + HEADER + length;
    if (end > log.length) return true;
    if (log.readUInt32LE(at) !== masked(crc32c(log.subarray(at + 6, end)))) return false;
    at = end;
  }
  return true;
}

/** CRCs that are stored are rotated and offset, so that a CRC of data with CRCs in it stays a good one. */
const masked = (crc: number): number => (((crc >>> 15) | (crc << 17)) + MASK_DELTA) >>> 0;

const crc32c = (bytes: Buffer): number =>
  ~bytes.reduce((crc, byte) => (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8), 0xffffffff) >>> 0;

/** CRC-32C by bytes: the polynomial of Castagnoli, reflected. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  return crc >>> 0;
});
