import { isSamePassword } from './same-password';

const at = (passwordChangedAt: Date | null): { passwordChangedAt: Date | null } => ({ passwordChangedAt });
const noon = new Date('2026-11-21T12:00:00.000Z');

it('a token is of the current password if both name the same time of its last change, to the millisecond', () => {
  expect(isSamePassword(at(noon), at(new Date(noon)))).toBe(true);
  expect(isSamePassword(at(noon), at(new Date(noon.getTime() + 1)))).toBe(false);
});

it('a password that never changed is the same only for tokens from before any change', () => {
  expect(isSamePassword(at(null), at(null))).toBe(true);
  expect(isSamePassword(at(noon), at(null))).toBe(false);
  expect(isSamePassword(at(null), at(noon))).toBe(false);
});
