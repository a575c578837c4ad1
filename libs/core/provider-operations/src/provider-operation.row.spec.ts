import { operationFrom, type ProviderOperationRow } from './provider-operation.row';

const ROW: ProviderOperationRow = {
  storeId: 'store',
  id: 'operation',
  orderId: 'order',
  collectionId: 'collection',
  sessionId: 'session',
  paymentId: null,
  providerId: 'pp_bogus_default',
  verb: 'authorize',
  operationKey: 'key',
  amount: 11000n,
  currency: 'USD',
  details: {},
  state: 'requested',
  result: null,
  attempts: 1,
  createdAt: new Date('2026-11-29T00:00:00Z'),
};

const SESSION = { externalId: 'bogus_1', data: {} };
const PAYMENT = { reference: 'ch_1', externalId: 'ch_1' };

// The fields that earlier versions left out, and their defaults.
it.each([
  [
    'authorize, before settings were a method’s and staff were named',
    { verb: 'authorize', details: { session: SESSION, customerId: null } },
    {
      methodId: null,
      session: SESSION,
      capture: 'manual',
      initiatedBy: 'shopper',
      customerId: null,
      cardId: null,
      shopperData: false,
      createdBy: null,
      isByKey: false,
    },
  ],
  [
    'create_session without data or a customer',
    { verb: 'create_session', details: { methodId: 'method' } },
    { methodId: 'method', data: {}, capture: 'manual', customerId: null },
  ],
  [
    'update_session without its card or whether it covers all',
    { verb: 'update_session', details: { methodId: 'method', session: SESSION } },
    { methodId: 'method', session: SESSION, data: {} },
  ],
  [
    'refund before the state of its order was stored',
    { verb: 'refund', paymentId: 'payment', details: { payment: PAYMENT, createdBy: 'key', isByKey: true } },
    { methodId: null, payment: PAYMENT, note: null, refundReasonId: null, createdBy: 'key', isByKey: true },
  ],
] satisfies [string, Partial<ProviderOperationRow>, object][])(
  'an operation that an older version stored is read: %s',
  (_, stored, details) => {
    expect(operationFrom({ ...ROW, ...stored }).details).toEqual(details);
  },
);

it('an outcome as provider kit 0.1.0 stored it is read', () => {
  const stored = { ...ROW, verb: 'capture', paymentId: 'payment', details: { payment: PAYMENT } } as const;
  const result = { is: 'done', value: { reference: 'cap_1' } };
  expect(operationFrom({ ...stored, state: 'done', result })).toMatchObject({
    state: 'succeeded',
    outcome: { status: 'succeeded', value: { reference: 'cap_1' } },
  });
});

it('an operation without the session or payment that its verb needs is refused', () => {
  expect(() => operationFrom(ROW)).toThrow('operation operation is about no session');
  const capture = { ...ROW, verb: 'capture', details: { payment: PAYMENT } } as const;
  expect(() => operationFrom(capture)).toThrow('operation operation is about no payment');
});
