import 'reflect-metadata';
import { newId } from '@tandem/ids';
import * as fc from 'fast-check';
import { OrderTokens } from './order-tokens';

const tokensOf = (orderTokenSecret: string): OrderTokens =>
  new OrderTokens({ jwtSecret: '', orderTokenSecret, settingsSecret: '' });
const tokens = tokensOf('a secret of this server');
const [store, other, order] = [newId(), newId(), newId()];
const token = tokens.issue(store, order);

it('a guest’s token proves the one order it was made for', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (storeId, orderId) => {
      expect(tokens.verify(storeId, tokens.issue(storeId, orderId))).toBe(orderId);
    }),
  );
});

it('a token proves nothing in another store', () => {
  expect(tokens.verify(other, token)).toBeNull();
});

it('a token made with another secret proves nothing', () => {
  expect(tokens.verify(store, tokensOf('another secret').issue(store, order))).toBeNull();
});

it('once the secret is another, a token of the one before proves its order, and new ones are of the new one', () => {
  const rotated = new OrderTokens({
    jwtSecret: '',
    orderTokenSecret: 'the next secret',
    orderTokenSecretPrevious: 'a secret of this server',
    settingsSecret: '',
  });
  expect(rotated.verify(store, token)).toBe(order);
  expect(rotated.issue(store, order)).toBe(tokensOf('the next secret').issue(store, order));
  expect(rotated.verify(store, tokensOf('a third secret').issue(store, order))).toBeNull();
});

it('another order’s id in front of a right code proves nothing', () => {
  const code = Buffer.from(token, 'base64url').subarray(16);
  const id = Buffer.from(newId().replaceAll('-', ''), 'hex');
  expect(tokens.verify(store, Buffer.concat([id, code]).toString('base64url'))).toBeNull();
});

it('no single bit can be changed', () => {
  const bits = 48 * 8;
  for (let bit = 0; bit < bits; bit++) {
    const bytes = Buffer.from(token, 'base64url');
    bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(tokens.verify(store, bytes.toString('base64url'))).toBeNull();
  }
});

it.each([
  ['nothing', ''],
  ['the half of it', token.slice(0, 32)],
  ['more than it', `${token}AAAA`],
  ['padding behind it', `${token}=`],
  ['blanks within it', `${token.slice(0, 10)} ${token.slice(10)}`],
  ['the bare id', order],
  ['a very long text', 'A'.repeat(100_000)],
])('%s in the place of a token proves nothing', (_, text) => {
  expect(tokens.verify(store, text)).toBeNull();
});
