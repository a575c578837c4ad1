import { expiryOf } from './paid-later';

const waiting = { state: 'requires_action', data: {} } as const;
const end = '2026-12-02T00:00:00.000Z';

it.each([
  [
    'a voucher expires when its gateway says',
    { paidLater: true, expiresAt: end },
    { expiresAt: new Date(end) },
  ],
  ['a bank transfer without an expiry never expires', { paidLater: true }, { expiresAt: null }],
  ['an expiry alone counts too', { expiresAt: end }, { expiresAt: new Date(end) }],
  ['an unreadable expiry counts as none', { paidLater: true, expiresAt: 'soon' }, { expiresAt: null }],
  ['3-D Secure changes nothing', {}, {}],
] as const)('%s', (_, more, life) => expect(expiryOf({ ...waiting, ...more })).toEqual(life));
