import { createHmac } from 'node:crypto';
import type { EventSubject, ParsedEvent, ReceivedEvent } from '@tandem/provider-kit';
import Stripe from 'stripe';
import { parseStripeEvent, verifyStripeEvent } from './stripe-events';

const NOW = new Date('2026-11-21T10:00:00Z');
const SECRET = 'whsec_new';
const settings = { secret_key: 'sk_test_1', webhook_secret: SECRET, previous_webhook_secret: 'whsec_old' };

const intent = {
  id: 'pi_1',
  object: 'payment_intent',
  amount: 11_000,
  amount_capturable: 11_000,
  amount_received: 0,
  currency: 'usd',
  capture_method: 'manual',
  status: 'requires_capture',
  latest_charge: 'ch_1',
  last_payment_error: null,
  next_action: null,
  metadata: { tandem_session: 'a session', tandem_capture: 'a capture' },
};

const refund = {
  id: 're_1',
  amount: 2_000,
  currency: 'usd',
  status: 'succeeded',
  payment_intent: 'pi_1',
  metadata: { tandem_operation: 'a key' },
};

const setup = {
  id: 'seti_1',
  status: 'succeeded',
  last_setup_error: null,
  next_action: null,
  payment_method: {
    id: 'pm_1',
    card: { brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2030 },
    billing_details: { name: null },
  },
};

/** Stripe's current records. */
function stripeWith(now: { intent?: object; refunds?: object[]; setup?: object } = {}): Stripe {
  const refunds = now.refunds ?? [refund];
  const find = (what: object | null) => (id: string) =>
    what && 'id' in what && what.id === id
      ? Promise.resolve(what)
      : Promise.reject(
          new Stripe.errors.StripeInvalidRequestError({ type: 'api_error', statusCode: 404 } as never),
        );
  return {
    paymentIntents: { retrieve: find({ ...intent, ...now.intent }) },
    refunds: { retrieve: find(refunds[0] ?? null), list: () => refunds },
    setupIntents: { retrieve: find({ ...setup, ...now.setup }) },
  } as unknown as Stripe;
}

interface Sent {
  readonly secret?: string;
  readonly at?: number;
  readonly more?: object;
  readonly body?: string;
}

function sent(
  type: string,
  object: object,
  { secret = SECRET, at = 0, more = {}, body }: Sent = {},
): ReceivedEvent {
  const event = { id: 'evt_1', object: 'event', type, livemode: false, data: { object }, ...more };
  const text = body ?? JSON.stringify(event);
  const time = NOW.getTime() / 1000 + at;
  const hash = createHmac('sha256', secret).update(`${time}.${text}`).digest('hex');
  const headers = { 'stripe-signature': `t=${time},v1=${hash}` };
  return { rawBody: Buffer.from(text), headers, settings, receivedAt: NOW };
}

const SUCCEEDED = 'payment_intent.succeeded';

const refused = (reason: string): object => ({ status: 'refused', reason });

describe('a signature', () => {
  it.each([
    ['with the secret', {}],
    ['with the secret before the rotation', { secret: 'whsec_old' }],
    ['300 s old', { at: -300 }],
    ['300 s ahead', { at: 300 }],
  ])('%s is valid', (_, how) => {
    expect(verifyStripeEvent(sent(SUCCEEDED, intent, how))).toEqual({
      status: 'verified',
      id: 'evt_1',
      type: SUCCEEDED,
    });
  });

  it.each([
    ['with another secret', { secret: 'whsec_other' }, 'wrong signature'],
    ['301 s old', { at: -301 }, 'the signature is too old'],
    ['301 s ahead', { at: 301 }, 'the signature is from the future'],
  ])('%s is refused', async (_, how, reason) => {
    const received = sent(SUCCEEDED, intent, how);
    expect(verifyStripeEvent(received)).toEqual(refused(reason));
    expect(await parseStripeEvent(stripeWith(), received)).toEqual(refused(reason));
  });

  it('of an altered body, a missing one, and one without a secret to check it, are refused', () => {
    const received = sent(SUCCEEDED, intent);
    const altered = { ...received, rawBody: Buffer.concat([received.rawBody, Buffer.from(' ')]) };
    expect(verifyStripeEvent(altered)).toEqual(refused('wrong signature'));
    expect(verifyStripeEvent({ ...received, headers: {} })).toEqual(refused('no signature'));
    const empty = { 'stripe-signature': `t=${NOW.getTime() / 1000},v1=` };
    expect(verifyStripeEvent({ ...received, headers: empty }).status).toBe('refused');
    expect(verifyStripeEvent({ ...received, settings: { webhook_secret: ' ' } })).toEqual(
      refused('no signing secret is set'),
    );
  });

  it('is still valid days after the event was received', () => {
    expect(verifyStripeEvent({ ...sent(SUCCEEDED, intent), receivedAt: NOW }).status).toBe('verified');
  });

  it.each([
    '{',
    'null',
    '[]',
    '"x"',
    '{"object":"event"}',
    '{"id":"evt_1","object":"event","type":"x","data":{}}',
  ])('of %s is valid, but the event is malformed', async (body) => {
    const received = sent('', {}, { body });
    expect(verifyStripeEvent(received)).toEqual({ status: 'verified' });
    expect(await parseStripeEvent(stripeWith(), received)).toEqual(refused('malformed'));
  });
});

const usd = (minor: bigint): object => ({ minor, currency: 'USD' });
const session = (outcome: object): object => ({
  about: 'session',
  externalId: 'pi_1',
  amount: usd(11_000n),
  outcome,
});
const authorized = session({ status: 'succeeded', value: { state: 'authorized', reference: 'pi_1' } });
const capturedSession = session({ status: 'succeeded', value: { state: 'captured', reference: 'pi_1' } });
const captured = {
  about: 'capture',
  externalId: 'pi_1',
  captured: usd(4_000n),
  reference: 'ch_1',
  operationKey: 'a capture',
};
const refunded = {
  about: 'refund',
  externalId: 'pi_1',
  reference: 're_1',
  operationKey: 'a key',
  amount: usd(2_000n),
  state: 'succeeded',
};

const partlyCaptured = { status: 'succeeded', amount_received: 4_000 };
const failed = { status: 'requires_payment_method', last_payment_error: { code: 'card_declined' } };
const charge = { id: 'ch_1', payment_intent: 'pi_1' };
const dispute = { id: 'dp_1', payment_intent: 'pi_1', amount: 11_000, currency: 'usd' };
const opened = {
  about: 'dispute',
  externalId: 'pi_1',
  reference: 'dp_1',
  state: 'opened',
  amount: usd(11_000n),
};

/** Event type, its object, Stripe's current records, and the resulting subjects. */
const EVENTS: readonly [string, object, Parameters<typeof stripeWith>[0], readonly object[]][] = [
  ['payment_intent.amount_capturable_updated', intent, {}, [authorized]],
  [
    SUCCEEDED,
    intent,
    { intent: { ...partlyCaptured, capture_method: 'automatic_async', amount_received: 11_000 } },
    [capturedSession],
  ],
  [SUCCEEDED, intent, { intent: partlyCaptured }, [authorized, captured]],
  [
    'payment_intent.payment_failed',
    intent,
    { intent: failed },
    [session({ status: 'declined', code: 'card_declined', message: 'The card was declined' })],
  ],
  [
    'payment_intent.processing',
    intent,
    { intent: { status: 'processing' } },
    [session({ status: 'succeeded', value: { state: 'processing' } })],
  ],
  [
    'payment_intent.requires_action',
    intent,
    { intent: { status: 'requires_action' } },
    [session({ status: 'succeeded', value: { state: 'requires_action', data: { next_action: null } } })],
  ],
  [
    'payment_intent.partially_funded',
    intent,
    { intent: { status: 'a new one' } },
    [session({ status: 'succeeded', value: { state: 'processing' } })],
  ],
  [
    'payment_intent.canceled',
    intent,
    { intent: { status: 'canceled' } },
    [{ about: 'cancellation', externalId: 'pi_1' }],
  ],
  [
    'charge.expired',
    charge,
    { intent: { status: 'canceled' } },
    [{ about: 'cancellation', externalId: 'pi_1' }],
  ],
  ['charge.captured', charge, { intent: partlyCaptured }, [authorized, captured]],
  ['charge.refunded', charge, { intent: partlyCaptured }, [authorized, captured, refunded]],
  ['refund.created', refund, { intent: partlyCaptured }, [authorized, captured, refunded]],
  [
    'refund.updated',
    refund,
    { intent: partlyCaptured, refunds: [{ ...refund, status: 'pending' }] },
    [authorized, captured, { ...refunded, state: 'pending' }],
  ],
  [
    'refund.failed',
    refund,
    { intent: partlyCaptured, refunds: [{ ...refund, status: 'failed', metadata: null }] },
    [authorized, captured, { ...refunded, state: 'failed', operationKey: null }],
  ],
  ['charge.refund.updated', refund, { intent: partlyCaptured }, [authorized, captured, refunded]],
  ['charge.dispute.created', dispute, { intent: partlyCaptured }, [authorized, captured, opened]],
  [
    'setup_intent.setup_failed',
    { id: 'seti_1', metadata: { tandem_setup_session: 'x' } },
    { setup: { status: 'requires_payment_method' } },
    [],
  ],
  ['payment_method.detached', { id: 'pm_1' }, {}, [{ about: 'detachment', profileId: 'pm_1' }]],
];

it.each(EVENTS)('%s', async (type, object, now, about) => {
  expect(await parseStripeEvent(stripeWith(now), sent(type, object))).toEqual({
    status: 'parsed',
    id: 'evt_1',
    type,
    about,
  });
});

const aboutOf = (parsed: ParsedEvent): readonly EventSubject[] =>
  parsed.status === 'parsed' ? (parsed.about ?? []) : [];

it('a setup intent reports the saved card, or that none will be saved', async () => {
  const object = { id: 'seti_1', metadata: { tandem_setup_session: 'x' } };
  const saved = await parseStripeEvent(stripeWith(), sent('setup_intent.succeeded', object));
  expect(aboutOf(saved)).toMatchObject([
    {
      about: 'setup',
      externalId: 'seti_1',
      outcome: { value: { state: 'saved', method: { profileId: 'pm_1' } } },
    },
  ]);
  const canceled = stripeWith({ setup: { status: 'canceled' } });
  expect(aboutOf(await parseStripeEvent(canceled, sent('setup_intent.canceled', object)))).toMatchObject([
    { about: 'setup', outcome: { status: 'declined' } },
  ]);
});

it('a late event is parsed from the current state: here a failure that was fixed since', async () => {
  const retried = stripeWith({
    intent: { status: 'succeeded', capture_method: 'automatic', amount_received: 11_000 },
  });
  const late = sent('payment_intent.payment_failed', { ...intent, ...failed });
  expect(aboutOf(await parseStripeEvent(retried, late))).toEqual([capturedSession]);
});

it('objects created by another system in the account, and unknown events, are ignored', async () => {
  const ignored = (type: string): object => ({ status: 'ignored', id: 'evt_1', type });
  const others = stripeWith({ intent: { metadata: {} } });
  expect(await parseStripeEvent(others, sent(SUCCEEDED, intent))).toEqual(ignored(SUCCEEDED));
  expect(await parseStripeEvent(stripeWith(), sent('setup_intent.succeeded', { id: 'seti_1' }))).toEqual(
    ignored('setup_intent.succeeded'),
  );
  expect(await parseStripeEvent(stripeWith(), sent('customer.created', { id: 'cus_1' }))).toEqual(
    ignored('customer.created'),
  );
  expect(
    await parseStripeEvent(stripeWith(), sent('charge.captured', { id: 'ch_1', payment_intent: null })),
  ).toEqual(ignored('charge.captured'));
});

it('an event of another account or mode, or of an unknown intent, is refused', async () => {
  const refusals = await Promise.all([
    parseStripeEvent(stripeWith(), sent(SUCCEEDED, intent, { more: { account: 'acct_1' } })),
    parseStripeEvent(stripeWith(), sent(SUCCEEDED, intent, { more: { livemode: true } })),
    parseStripeEvent(stripeWith(), sent(SUCCEEDED, { id: 'pi_other' })),
  ]);
  expect(refusals).toEqual([
    refused('of another account'),
    refused('of another mode'),
    refused('the account has no such object'),
  ]);
});

it('an event is not parsed while Stripe does not respond', async () => {
  const silent = {
    paymentIntents: { retrieve: () => Promise.reject(new Error('no connection')) },
  } as unknown as Stripe;
  await expect(parseStripeEvent(silent, sent(SUCCEEDED, intent))).rejects.toThrow('no connection');
});
