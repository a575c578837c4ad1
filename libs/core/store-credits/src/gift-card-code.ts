/** A code as it is stored: upper case, without the spaces and dashes that people type. */
export function normalCode(code: string): string {
  return code.replace(/[\s-]/g, '').toUpperCase();
}
