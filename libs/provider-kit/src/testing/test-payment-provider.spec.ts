import type { PaymentProvider } from '../contract/payment-provider';
import { succeeded, neverReceived } from '../outcomes';
import { referenceProvider, verdict } from './reference-provider';
import { testPaymentProvider } from './test-payment-provider';

// The kit against a provider that keeps the contract, and against the same with one fault each: each must be seen.

it('a provider that keeps the contract passes, and what was not shown is skipped by name', async () => {
  const { failed, skipped, passed } = await verdict();
  expect(failed).toEqual([]);
  expect(passed).toBeGreaterThan(60);
  expect(skipped.every((name) => / \(left out: .+\)$/.test(name))).toBe(true);
});

const random = (): string => Math.random().toString(36);

/** One fault, and a check that must see it. */
const FAULTY: readonly [string, RegExp, (good: PaymentProvider) => Partial<PaymentProvider>][] = [
  [
    'charges again for the same key',
    /same key twice is one charge/,
    (good) => ({
      authorize: async (request) => {
        const { amount, capture, data, settings } = request;
        const of = { sessionId: random(), storeId: '', orderId: '', customerId: null };
        const opened = await good.createSession({
          ...of,
          amount,
          capture,
          data,
          settings,
          operationKey: random(),
        });
        const { session } = opened.status === 'succeeded' ? { session: opened.value } : request;
        return good.authorize({ ...request, session, operationKey: random() });
      },
    }),
  ],
  [
    'refunds again for the same key',
    /refunded twice with one key/,
    (good) => ({ refund: (request) => good.refund({ ...request, operationKey: random() }) }),
  ],
  [
    'answers anew for the same key',
    /captured twice with one key/,
    (good) => ({
      capture: async (request) => {
        const outcome = await good.capture(request);
        return outcome.status === 'succeeded' ? succeeded({ reference: random() }) : outcome;
      },
    }),
  ],
  [
    'throws a decline',
    /never thrown/,
    (good) => ({
      authorize: async (request) => {
        const outcome = await good.authorize(request);
        if (outcome.status === 'declined') throw new Error(outcome.message);
        return outcome;
      },
    }),
  ],
  [
    'calls a decline by a name of its own',
    /a decline is an answer/,
    (good) => ({
      authorize: async (request) => {
        const outcome = await good.authorize(request);
        return outcome.status === 'declined' ? { ...outcome, code: 'nope' as 'other' } : outcome;
      },
    }),
  ],
  [
    'gives a card number back',
    /each session has an id/,
    (good) => ({
      createSession: (request) =>
        good.createSession({ ...request, data: { ...request.data, card: '4242 4242 4242 4242' } }),
    }),
  ],
  [
    'refunds more than was captured',
    /more than is captured is declined/,
    () => ({
      refund: async ({ operationKey }) => succeeded({ reference: operationKey, state: 'succeeded' }),
    }),
  ],
  [
    'captures what is canceled',
    /what is canceled cannot be captured/,
    () => ({ capture: async ({ operationKey }) => succeeded({ reference: operationKey }) }),
  ],
  [
    'cancels what is captured',
    /what is captured cannot be canceled/,
    () => ({ cancel: async ({ operationKey }) => succeeded({ reference: operationKey }) }),
  ],
  [
    'forgets what it was asked',
    /a charge is found by its key/,
    () => ({ lookUp: async () => neverReceived }),
  ],
  [
    'takes ten times as much where there are no cents',
    /JPY, with 0 decimals, is taken and given back/,
    (good) => ({
      refund: (request) => {
        const { minor, currency } = request.amount;
        const factor = currency === 'JPY' ? 10n : 1n;
        return good.refund({ ...request, amount: { minor: minor * factor, currency } });
      },
    }),
  ],
  [
    'never answers',
    /holds the money, or takes it/,
    () => ({ authorize: () => new Promise<never>(() => undefined) }),
  ],
  [
    'lacks the methods of its flag',
    /its flags go with its methods/,
    () => ({ detachSavedMethod: async ({ profileId }) => succeeded({ profileId }) }),
  ],
];

it.each(FAULTY)('sees one that %s', async (_, check, fault) => {
  const { failed } = await verdict(fault);
  expect(failed).toContainEqual(expect.stringMatching(check));
});

it.each(['partialCapture', 'partialRefund', 'cancel'] as const)(
  'sees one that does what its capabilities deny: %s',
  async (flag) => {
    const { failed } = await verdict(({ capabilities }) => ({
      capabilities: { ...capabilities, supports: { ...capabilities.supports, [flag]: false } },
    }));
    expect(failed).toHaveLength(1);
  },
);

it('sees a secret in an error', async () => {
  const authorize = async (): Promise<never> => {
    throw new Error('401 for key sk_acme_1');
  };
  const { failed } = await verdict(() => ({ authorize }), { secrets: ['sk_acme_1'] });
  expect(failed.length).toBeGreaterThan(10);
});

it('says what it needs where no runner is global', () => {
  const { describe: d, it: i } = globalThis;
  Object.assign(globalThis, { describe: undefined, it: undefined });
  try {
    const { provider } = referenceProvider();
    const { capabilities } = provider;
    expect(() =>
      testPaymentProvider({ capabilities, provider: () => provider, scenarios: { pays: {} } }),
    ).toThrow(/runner/);
  } finally {
    Object.assign(globalThis, { describe: d, it: i });
  }
});
