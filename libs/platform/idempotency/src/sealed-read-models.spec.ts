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

const noOtherForm = (): never => {
  throw new Error('it is sealed');
};

it('comes back as it was, and is no text that somebody who reads the table understands', () => {
  const stored = models.seal(key, order);
  expect(models.open(key, stored, noOtherForm)).toEqual(order);
  expect(stored).not.toContain(order.token);
  expect(Buffer.from(stored, 'base64').toString('latin1')).not.toContain(order.token);
});

it('opens for its own key alone', () => {
  const stored = models.seal(key, order);
  expect(() => models.open({ ...key, principal: 'another guest' }, stored, noOtherForm)).toThrow();
});

it('leaves the form of a hot statement to its route', () => {
  expect(models.open(key, '{"known":{"v":1}}', (text) => JSON.parse(text) as unknown)).toEqual({
    known: { v: 1 },
  });
});
