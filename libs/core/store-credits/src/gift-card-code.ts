/** A code as it is kept: people type it in any case, with spaces or dashes between its groups. */
export function normalCode(code: string): string {
  return code.replace(/[\s-]/g, '').toUpperCase();
}
