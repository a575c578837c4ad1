import { hashOfToken, newToken, redactedToken, typeOfToken } from './api-key';

it('a new key has the prefix of its type and is unique', () => {
  const made = Array.from({ length: 1000 }, () => newToken('secret'));
  expect(new Set(made).size).toBe(1000);
  expect(typeOfToken(newToken('secret'))).toBe('secret');
  expect(typeOfToken(newToken('publishable'))).toBe('publishable');
});

it.each([
  ['nothing', ''],
  ['another prefix', `xk_${'a'.repeat(32)}`],
  ['a prefix alone', 'pk_'],
  ['a key with trailing characters', `${newToken('publishable')}\n`],
  ['a key with SQL in it', `pk_${'a'.repeat(16)}' OR '1'='1`],
  ['a very long one', `pk_${'a'.repeat(10_000)}`],
])('%s is not looked up in the database', (_, token) => {
  expect(typeOfToken(token)).toBeNull();
});

it('a redacted key shows only six of its characters', () => {
  const token = newToken('secret');
  expect(redactedToken(token)).toMatch(/^sk_[0-9a-f]{3}\*{3}[0-9a-f]{3}$/);
});

it('a secret key is stored as a hash that does not contain it', () => {
  const token = newToken('secret');
  expect(hashOfToken(token)).toHaveLength(32);
  expect(hashOfToken(token).toString()).not.toContain(token.slice(3));
  expect(hashOfToken(token).equals(hashOfToken(newToken('secret')))).toBe(false);
});
