/** First and last name joined; no stray space if one is missing. */
export function fullName(firstName: string | null, lastName: string | null): string {
  return [firstName, lastName].join(' ').trim();
}
