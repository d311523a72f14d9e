/** What an error says of itself. */
export function messageOf(error: unknown): string {
  const message = error !== null && typeof error === 'object' && 'message' in error ? error.message : undefined;
  return typeof message === 'string' ? message : String(error);
}

/** The system's name for an error, such as ENOENT; what it says of itself if it has none. */
export function codeOf(error: unknown): string {
  const code = error !== null && typeof error === 'object' && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : messageOf(error);
}
