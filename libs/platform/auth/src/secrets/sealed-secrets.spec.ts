import { DerivedKeys } from './derived-keys';
import { SealedSecrets } from './sealed-secrets';

const secretsOf = (settingsSecret: string, settingsSecretPrevious: string | null = null): SealedSecrets =>
  new SealedSecrets(
    new DerivedKeys({ jwtSecret: 'j', orderTokenSecret: 'o', settingsSecret, settingsSecretPrevious }),
  );
const ours = secretsOf('a secret of at least thirty-two characters');
const values = { secret_key: 'sk_live_abc' };

it('decrypts what it encrypted, and the ciphertext does not show the secret', () => {
  const sealed = ours.seal(values, 'method 1');
  expect(sealed.toString('latin1')).not.toContain('sk_live');
  expect(ours.unseal(sealed, 'method 1')).toEqual(values);
  expect(ours.seal(values, 'method 1')).not.toEqual(sealed);
});

it('does not decrypt for another method, with another secret, or after tampering', () => {
  const sealed = ours.seal(values, 'method 1');
  expect(() => ours.unseal(sealed, 'method 2')).toThrow();
  expect(() => secretsOf('another secret of thirty-two characters').unseal(sealed, 'method 1')).toThrow();
  for (const at of [0, 5, 20, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => ours.unseal(changed, 'method 1')).toThrow();
  }
  // GCM allows shorter tags, which are easier to guess: they must be refused.
  for (const length of [0, 1, 13, 17, 28, sealed.length - 1])
    expect(() => ours.unseal(sealed.subarray(0, length), 'method 1')).toThrow();
});

it('after a rotation, decrypts with the previous secret and encrypts with the current one', () => {
  const next = 'another secret of thirty-two characters';
  const rotated = secretsOf(next, 'a secret of at least thirty-two characters');
  expect(rotated.unseal(ours.seal(values, 'method 1'), 'method 1')).toEqual(values);
  expect(secretsOf(next).unseal(rotated.seal(values, 'method 1'), 'method 1')).toEqual(values);
  const resealed = rotated.reseal(ours.seal(values, 'method 1'), 'method 1') ?? Buffer.of();
  expect(secretsOf(next).unseal(resealed, 'method 1')).toEqual(values);
  expect(rotated.reseal(resealed, 'method 1')).toBeNull();
  const third = secretsOf('a third secret of thirty-two characters!');
  expect(() => rotated.unseal(third.seal(values, 'method 1'), 'method 1')).toThrow();
});
