import type Stripe from 'stripe';
import { readStripePayment } from './stripe-read-payment';
import { refundOf, refundsOf } from './stripe-refunds';

const captured = { id: 'pi_1', status: 'succeeded', amount: 11_000, amount_received: 9_000, currency: 'usd' };
const canceled = { ...captured, status: 'canceled', amount_received: 0 };

// Equal to the uncaptured rest: the amount must not change how a refund counts.
const whole = { id: 're_whole', amount: 2_000, currency: 'usd', status: 'succeeded', metadata: {} };
const pending = { ...whole, id: 're_pending', status: 'pending' };
const settled = { ...whole, id: 're_moved', balance_transaction: 'txn_1' };
const own = { ...whole, id: 're_ours', metadata: { tandem_operation: 'a key' } };
const failed = { ...whole, id: 're_failed', status: 'failed' };

/** Newest first, as Stripe lists them. */
function stripeWith(intent: object, refunds: readonly { id: string }[]): Stripe {
  const retrieve = (id: string): Promise<unknown> => Promise.resolve(refunds.find((one) => one.id === id));
  return {
    paymentIntents: { retrieve: () => Promise.resolve(intent) },
    refunds: { retrieve, list: () => refunds },
  } as unknown as Stripe;
}

interface Case {
  readonly of: string;
  readonly intent?: object;
  readonly refunds: readonly { readonly id: string }[];
  /** Which of them count, and their sum. */
  readonly count: readonly string[];
  readonly sum: bigint;
}

const CASES: readonly Case[] = [
  { of: 'of the uncaptured amount', refunds: [whole], count: ['re_whole'], sum: 2_000n },
  {
    of: 'of that amount, pending, created in the dashboard',
    refunds: [pending],
    count: ['re_pending'],
    sum: 2_000n,
  },
  { of: 'of that amount, already settled', refunds: [settled], count: ['re_moved'], sum: 2_000n },
  { of: 'of that amount, created by us', refunds: [own], count: ['re_ours'], sum: 2_000n },
  {
    of: 'of that amount, and another one',
    refunds: [pending, whole],
    count: ['re_pending', 're_whole'],
    sum: 4_000n,
  },
  { of: 'that failed', refunds: [failed], count: ['re_failed'], sum: 0n },
  {
    of: 'of a fully captured payment',
    intent: { ...captured, amount_received: 11_000 },
    refunds: [whole],
    count: ['re_whole'],
    sum: 2_000n,
  },
  {
    of: 'of an authorization that was never captured',
    intent: canceled,
    refunds: [whole],
    count: [],
    sum: 0n,
  },
];

it.each(CASES)('a refund $of', async ({ intent = captured, refunds, count, sum }) => {
  const stripe = stripeWith(intent, refunds);
  const of = intent as Stripe.PaymentIntent;
  expect((await refundsOf(stripe, of)).map(({ id }) => id)).toEqual(count);
  const each = await Promise.all(refunds.map(({ id }) => refundOf(stripe, of, id)));
  expect(each.flatMap((refund) => refund?.id ?? [])).toEqual(count);
  const payment = { reference: 'pi_1' } as never;
  expect(await readStripePayment(stripe, { payment })).toMatchObject({ refunded: { minor: sum } });
});
