import 'reflect-metadata';
import { newId } from '@tandem/ids';
import * as fc from 'fast-check';
import { OrderTokens } from './order-tokens';

const tokensOf = (orderTokenSecret: string): OrderTokens =>
  new OrderTokens({ jwtSecret: '', orderTokenSecret, settingsSecret: '' });
const tokens = tokensOf('a secret of this server');
const [store, other, order] = [newId(), newId(), newId()];
const token = tokens.issue(store, order);

it('an order token is valid for the one order it was issued for', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (storeId, orderId) => {
      expect(tokens.verify(storeId, tokens.issue(storeId, orderId))).toBe(orderId);
    }),
  );
});

it('a token is invalid in another store', () => {
  expect(tokens.verify(other, token)).toBeNull();
});

it('a token signed with another secret is invalid', () => {
  expect(tokens.verify(store, tokensOf('another secret').issue(store, order))).toBeNull();
});

it('after a rotation, tokens of the previous secret stay valid and new ones use the current secret', () => {
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

it('a valid code with another order’s id is invalid', () => {
  const code = Buffer.from(token, 'base64url').subarray(16);
  const id = Buffer.from(newId().replaceAll('-', ''), 'hex');
  expect(tokens.verify(store, Buffer.concat([id, code]).toString('base64url'))).toBeNull();
});

it('a token with one changed bit is invalid', () => {
  const bits = 48 * 8;
  for (let bit = 0; bit < bits; bit++) {
    const bytes = Buffer.from(token, 'base64url');
    bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(tokens.verify(store, bytes.toString('base64url'))).toBeNull();
  }
});

it.each([
  ['nothing', ''],
  ['half of it', token.slice(0, 32)],
  ['it with extra characters', `${token}AAAA`],
  ['it with padding', `${token}=`],
  ['it with a blank inside', `${token.slice(0, 10)} ${token.slice(10)}`],
  ['the bare id', order],
  ['a very long text', 'A'.repeat(100_000)],
])('%s instead of a token is invalid', (_, text) => {
  expect(tokens.verify(store, text)).toBeNull();
});
