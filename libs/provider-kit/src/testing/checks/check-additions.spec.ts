import type {
  AuthorizedPayment,
  PaymentProvider,
  ProviderCapabilities,
  SavedMethod,
} from '../../contract/payment-provider';
import { declined, succeeded } from '../../outcomes';
import type { KitOptions } from '../kit-options';
import { runKit } from '../reference-provider';

// Features of 0.2.0: each check passes for a correct provider and fails for a faulty one.

type Fault = (good: PaymentProvider) => Partial<PaymentProvider>;

const supporting =
  (more: Partial<ProviderCapabilities['supports']>, change: Fault = () => ({})): Fault =>
  (good) => ({
    capabilities: { ...good.capabilities, supports: { ...good.capabilities.supports, ...more } },
    ...change(good),
  });

const authorizing =
  (more: Partial<AuthorizedPayment>): Fault =>
  (good) => ({
    authorize: async (request) => {
      const outcome = await good.authorize(request);
      return outcome.status === 'succeeded' && outcome.value.state === 'authorized'
        ? succeeded({ ...outcome.value, ...more })
        : outcome;
    },
  });

/** Releases the rest with the first capture, as a gateway that captures once. */
const releasing: Fault = (good) => ({
  capture: async (request) => {
    const outcome = await good.capture(request);
    if (outcome.status === 'succeeded')
      await good.cancel({ ...request, operationKey: `rest ${request.operationKey}` });
    return outcome;
  },
});

/** Responds to each refund as pending the first time; a look-up finds it succeeded. */
const refundingLater: Fault = (good) => ({
  refund: async (request) => {
    const outcome = await good.refund(request);
    return outcome.status === 'succeeded'
      ? succeeded({ ...outcome.value, state: 'pending' as const })
      : outcome;
  },
});

const trying: Fault = () => ({
  checkSettings: async ({ settings: { signing_secret: secret } }) => {
    if (secret === 'cut_line') return { status: 'unreachable', cause: 'no response' };
    return secret === 'other_one'
      ? { status: 'invalid', problems: { signing_secret: 'is not known' } }
      : { status: 'ok' };
  },
});

const TRIED: Partial<KitOptions> = {
  has: ['cancelSession', 'parseEvent', 'readPayment', 'checkSettings'],
  settingsTried: {
    refused: { signing_secret: 'other_one' },
    unreachable: { settings: { signing_secret: 'cut_line' } },
  },
};

async function expectPassing(fault: Fault, more: Partial<KitOptions>, check: RegExp): Promise<void> {
  const { failed, skipped } = await runKit(fault, more);
  expect([failed.filter((name) => check.test(name)), skipped.filter((name) => check.test(name))]).toEqual([
    [],
    [],
  ]);
}

it('passes a provider that captures once and releases the rest', () =>
  expectPassing(supporting({ capture: 'once' }, releasing), {}, /where it captures once/));

it('passes a provider that tests settings', () =>
  expectPassing(trying, TRIED, /settings that|gives no clear response/));

it.each<[string, RegExp, Fault, Partial<KitOptions>?]>([
  [
    'keeps the rest authorized after its only capture',
    /where it captures once/,
    supporting({ capture: 'once' }),
  ],
  ['releases the rest that it reports as authorized', /the rest stays authorized/, releasing],
  [
    'does not release the rest when it is canceled',
    /the rest is released by canceling/,
    (good) => ({
      cancel: async (request) => {
        const read = await good.readPayment?.(request);
        const isTaken = read?.status === 'succeeded' && read.value.captured.minor > 0n;
        return isTaken ? declined('not_cancelable', 'No') : good.cancel(request);
      },
    }),
  ],
  [
    'does not report the state of a refund',
    /a refund states whether/,
    (good) => ({
      refund: async (request) => {
        const outcome = await good.refund(request);
        return outcome.status === 'succeeded'
          ? succeeded({ reference: outcome.value.reference } as typeof outcome.value)
          : outcome;
      },
    }),
  ],
  [
    'allows the amount of a pending refund to be refunded again',
    /a pending refund counts/,
    () => ({ refund: async ({ operationKey }) => succeeded({ reference: operationKey, state: 'pending' }) }),
    { scenarios: { pays: {}, refundsLater: {} } },
  ],
  [
    'reveals more of a card than its last four digits',
    /payment details/,
    authorizing({ method: { type: 'card', last4: '44444' } }),
  ],
  [
    'has a capture deadline in the past',
    /payment details/,
    authorizing({ captureBefore: '2020-01-01T00:00:00Z' }),
  ],
  [
    'does not save a card on request',
    /a card is saved on request/,
    supporting({ savedMethods: true, saveAtCheckout: true }),
  ],
  [
    'saves a card without a request',
    /without a request no card/,
    supporting({ savedMethods: true }, authorizing({ savedMethod: { profileId: 'p' } as SavedMethod })),
  ],
  [
    'captures at once what it reports as paid later',
    /a payment that is paid later/,
    () => ({}),
    { scenarios: { pays: {}, paysLater: {} } },
  ],
  [
    'accepts every setting',
    /settings that the gateway refuses/,
    () => ({ checkSettings: async () => ({ status: 'ok' }) }),
    TRIED,
  ],
  [
    'names a setting that does not exist',
    /settings that the gateway refuses/,
    () => ({ checkSettings: async () => ({ status: 'invalid', problems: { other: 'is wrong' } }) }),
    TRIED,
  ],
  [
    'reveals a secret setting',
    /correct settings/,
    () => ({ checkSettings: async () => ({ status: 'unreachable', cause: 'with reference_secret_1' }) }),
    TRIED,
  ],
  [
    'takes a broken connection for success',
    /gives no clear response/,
    () => ({ checkSettings: async () => ({ status: 'ok' }) }),
    TRIED,
  ],
])('fails a provider that %s', async (_, check, fault, more = {}) => {
  expect((await runKit(fault, more)).failed).toContainEqual(expect.stringMatching(check));
});

it('passes a provider whose refunds are pending and later found succeeded', () =>
  expectPassing(refundingLater, { scenarios: { pays: {}, refundsLater: {} } }, /a pending refund counts/));
