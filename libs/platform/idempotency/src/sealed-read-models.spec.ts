import { DerivedKeys, SealedSecrets } from '@tandem/auth';
import { SealedReadModels } from './sealed-read-models';

const secrets = {
  jwtSecret: 'j',
  orderTokenSecret: 'o',
  settingsSecret: 'a secret of thirty-two characters',
};
const keys = new DerivedKeys({ ...secrets, settingsSecretPrevious: null });
const models = new SealedReadModels(new SealedSecrets(keys));
const key = { storeId: 'store', principal: 'guest', keyHash: Buffer.from('key') };
const order = { id: 'or_1', token: 'opens the order' };

const expectSealed = (): never => {
  throw new Error('expected the sealed form');
};

it('round-trips, and is unreadable in the table', () => {
  const stored = models.seal(key, order);
  expect(models.unseal(key, stored, expectSealed)).toEqual(order);
  expect(stored).not.toContain(order.token);
  expect(Buffer.from(stored, 'base64').toString('latin1')).not.toContain(order.token);
});

it('unseals only for its own key', () => {
  const stored = models.seal(key, order);
  expect(() => models.unseal({ ...key, principal: 'another guest' }, stored, expectSealed)).toThrow();
});

it('leaves what a hot statement stored to the route', () => {
  expect(models.unseal(key, '{"known":{"v":1}}', (text) => JSON.parse(text) as unknown)).toEqual({
    known: { v: 1 },
  });
});
