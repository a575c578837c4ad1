/** Both names as one, without the space of one that is missing. */
export function fullName(firstName: string | null, lastName: string | null): string {
  return [firstName, lastName].join(' ').trim();
}
