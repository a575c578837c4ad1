/** What Node or Postgres calls an error (ENOENT, 23505); '' where it has no code. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
