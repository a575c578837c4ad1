import type {
  AuthorizedPayment,
  PaymentProvider,
  ProviderCapabilities,
  SavedMethod,
} from '../../contract/payment-provider';
import { declined, succeeded } from '../../outcomes';
import type { KitOptions } from '../kit-options';
import { verdict } from '../reference-provider';

// What 0.2.0 brought: each check passes where a provider does it right, and sees one that does it wrong.

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

/** Lets go of the rest with the first capture, as one that captures once. */
const releasing: Fault = (good) => ({
  capture: async (request) => {
    const outcome = await good.capture(request);
    if (outcome.status === 'succeeded')
      await good.cancel({ ...request, operationKey: `rest ${request.operationKey}` });
    return outcome;
  },
});

/** Answers each refund as pending the first time; a look-up finds it done. */
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
    if (secret === 'cut_line') return { status: 'unreachable', cause: 'no answer' };
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
  const { failed, skipped } = await verdict(fault, more);
  expect([failed.filter((name) => check.test(name)), skipped.filter((name) => check.test(name))]).toEqual([
    [],
    [],
  ]);
}

it('passes one that captures once and lets go of the rest', () =>
  expectPassing(supporting({ capture: 'once' }, releasing), {}, /where it captures once/));

it('passes one that tries settings', () =>
  expectPassing(trying, TRIED, /settings that|gives no clear answer/));

it.each<[string, RegExp, Fault, Partial<KitOptions>?]>([
  ['holds the rest after its only capture', /where it captures once/, supporting({ capture: 'once' })],
  ['lets go of the rest that it says it holds', /the rest stays held/, releasing],
  [
    'does not let go of the rest when it is canceled',
    /the rest is let go of by canceling/,
    (good) => ({
      cancel: async (request) => {
        const read = await good.readPayment?.(request);
        const isTaken = read?.status === 'succeeded' && read.value.captured.minor > 0n;
        return isTaken ? declined('not_cancelable', 'No') : good.cancel(request);
      },
    }),
  ],
  [
    'does not say how a refund stands',
    /a refund says whether/,
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
    'lets a pending refund be refunded once more',
    /a refund that is pending counts/,
    () => ({ refund: async ({ operationKey }) => succeeded({ reference: operationKey, state: 'pending' }) }),
    { scenarios: { pays: {}, refundsLater: {} } },
  ],
  [
    'tells more of a card than its end',
    /what paid, and until when/,
    authorizing({ method: { type: 'card', last4: '44444' } }),
  ],
  [
    'holds until a time that is over',
    /what paid, and until when/,
    authorizing({ captureBefore: '2020-01-01T00:00:00Z' }),
  ],
  [
    'keeps no card that it was asked to keep',
    /a card that is to be kept/,
    supporting({ savedMethods: true, saveAtCheckout: true }),
  ],
  [
    'keeps a card that nobody asked to keep',
    /a card that nobody asked to keep/,
    supporting({ savedMethods: true }, authorizing({ savedMethod: { profileId: 'p' } as SavedMethod })),
  ],
  [
    'takes at once what it says is paid later',
    /what is paid later/,
    () => ({}),
    { scenarios: { pays: {}, paysLater: {} } },
  ],
  [
    'takes every setting',
    /settings that the gateway refuses/,
    () => ({ checkSettings: async () => ({ status: 'ok' }) }),
    TRIED,
  ],
  [
    'names a setting that it has not',
    /settings that the gateway refuses/,
    () => ({ checkSettings: async () => ({ status: 'invalid', problems: { other: 'is wrong' } }) }),
    TRIED,
  ],
  [
    'tells a secret of the settings',
    /settings that are right/,
    () => ({ checkSettings: async () => ({ status: 'unreachable', cause: 'with reference_secret_1' }) }),
    TRIED,
  ],
  [
    'takes a cut line for a yes',
    /gives no clear answer/,
    () => ({ checkSettings: async () => ({ status: 'ok' }) }),
    TRIED,
  ],
])('sees one that %s', async (_, check, fault, more = {}) => {
  expect((await verdict(fault, more)).failed).toContainEqual(expect.stringMatching(check));
});

it('passes one whose refunds are pending and found done', () =>
  expectPassing(
    refundingLater,
    { scenarios: { pays: {}, refundsLater: {} } },
    /a refund that is pending counts/,
  ));
