import { storedHeaders } from './receive-event';
import { withUnowned } from './read-event';

it('stores the headers a signature may be in, and none that hold somebody’s secret or speak of the connection', () => {
  const signed = { 'stripe-signature': 't=1', 'content-type': 'application/json', 'x-acme-sign': 'a' };
  const secret = { authorization: 'Bearer a', cookie: 'a=b', 'proxy-authorization': 'a' };
  const connection = {
    host: 'h',
    connection: 'close',
    'x-forwarded-for': '1',
    accept: '*',
    'accept-encoding': 'a',
  };
  expect(storedHeaders({ ...signed, ...secret, ...connection })).toEqual(signed);
});

const account = { providerId: 'p', providerIds: ['p'], storeIds: ['s'], methodIds: ['m'], settings: {} };

it('the server’s own secret stands in only where there are no methods', () => {
  expect(withUnowned('p', { accounts: [account], isComplete: false })).toEqual({
    accounts: [account],
    isComplete: false,
  });
  const { accounts, isComplete } = withUnowned('p', { accounts: [], isComplete: true });
  expect(accounts).toEqual([{ ...account, storeIds: [], methodIds: [] }]);
  expect(isComplete).toBe(true);
});
