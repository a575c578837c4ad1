import { expiryOf } from './paid-later';

const waiting = { state: 'requires_action', data: {} } as const;
const end = '2026-12-02T00:00:00.000Z';

it.each([
  ['a voucher lives until its own end', { paidLater: true, expiresAt: end }, { expiresAt: new Date(end) }],
  ['a transfer without an end lives as one that is processing', { paidLater: true }, { expiresAt: null }],
  ['an end alone counts too', { expiresAt: end }, { expiresAt: new Date(end) }],
  ['an end that cannot be read is none', { paidLater: true, expiresAt: 'soon' }, { expiresAt: null }],
  ['3-D Secure changes nothing', {}, {}],
] as const)('%s', (_, more, life) => expect(expiryOf({ ...waiting, ...more })).toEqual(life));
