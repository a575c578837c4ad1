import type Stripe from 'stripe';
import { readStripePayment } from './stripe-read-payment';
import { refundOf, refundsOf } from './stripe-refunds';

const taken = { id: 'pi_1', status: 'succeeded', amount: 11_000, amount_received: 9_000, currency: 'usd' };
const canceled = { ...taken, status: 'canceled', amount_received: 0 };

const rest = { id: 're_rest', amount: 2_000, status: 'succeeded', metadata: {} };
const same = { ...rest, id: 're_same' };
const moved = { ...rest, id: 're_moved', balance_transaction: 'txn_1' };
const ours = { ...rest, id: 're_ours', metadata: { tandem_operation: 'a key' } };

/** Newest first, as Stripe lists them. */
function stripeWith(intent: object, refunds: readonly { id: string }[]): Stripe {
  const retrieve = (id: string): Promise<unknown> => Promise.resolve(refunds.find((one) => one.id === id));
  return {
    paymentIntents: { retrieve: () => Promise.resolve(intent) },
    refunds: { retrieve, list: () => refunds },
  } as unknown as Stripe;
}

it.each([
  ['of what was let go, when less was captured', taken, [rest], []],
  ['of what was let go, and one of the same amount since', taken, [same, rest], ['re_same']],
  ['of the same amount, by us', taken, [ours, rest], ['re_ours']],
  ['of the same amount, where Stripe wrote none of the rest', taken, [moved], ['re_moved']],
  ['by us, where Stripe wrote none of the rest', taken, [ours], ['re_ours']],
  ['of a hold that was canceled', canceled, [{ ...rest, amount: 11_000 }], []],
  ['where all was captured', { ...taken, amount_received: 11_000 }, [rest], ['re_rest']],
] as const)('a refund %s', async (_, intent, refunds, givenBack) => {
  const stripe = stripeWith(intent, refunds);
  const of = intent as Stripe.PaymentIntent;
  expect((await refundsOf(stripe, of)).map(({ id }) => id)).toEqual(givenBack);
  const each = await Promise.all(refunds.map(({ id }) => refundOf(stripe, of, id)));
  expect(each.flatMap((refund) => refund?.id ?? [])).toEqual(givenBack);
});

it('what was let go is not read as given back', async () => {
  const payment = { reference: 'pi_1' } as never;
  expect(await readStripePayment(stripeWith(taken, [rest]), { payment })).toMatchObject({
    captured: { minor: 9_000n },
    refunded: { minor: 0n },
  });
});
