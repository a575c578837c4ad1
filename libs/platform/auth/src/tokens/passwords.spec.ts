import { scryptSync } from 'node:crypto';
import { hashPassword, verifyPassword } from './passwords';

it('accepts the right password and refuses a wrong one', async () => {
  const stored = await hashPassword('correct horse');
  expect(await verifyPassword('correct horse', stored)).toBe(true);
  expect(await verifyPassword('Correct horse', stored)).toBe(false);
  expect(await verifyPassword('', stored)).toBe(false);
});

it('hashes one password differently each time, and no hash contains it', async () => {
  const [left, right] = await Promise.all([hashPassword('secret'), hashPassword('secret')]);
  expect(left).not.toBe(right);
  expect(left).not.toContain('secret');
});

it('a hash with an earlier, lower cost is still valid', async () => {
  const salt = Buffer.from('sixteen bytes ok');
  const hash = scryptSync('old', salt, 32, { N: 16_384, r: 8, p: 1 });
  const stored = `scrypt$16384$8$1$${salt.toString('base64')}$${hash.toString('base64')}`;
  expect(await verifyPassword('old', stored)).toBe(true);
  expect(await verifyPassword('new', stored)).toBe(false);
});

it.each(['', 'plain', 'bcrypt$1$2$3$c2FsdA==$aGFzaA==', 'scrypt$32768$8$3$$'])(
  'a stored text that is not one of our hashes matches no password: %j',
  async (stored) => {
    expect(await verifyPassword(stored, stored)).toBe(false);
  },
);
