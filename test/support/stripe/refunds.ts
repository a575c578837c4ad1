import type { Account } from './account';
import { idOf, missing, now, wrong, type Charge, type Refund } from './objects';
import { amountIn, metadataOf, text, type Params } from './params';

/** Of a charge, or of an intent's: https://docs.stripe.com/api/refunds/create */
export function createRefund(account: Account, params: Params): Refund {
  const amount = params['amount'] === undefined ? null : amountIn(params);
  const charge = chargeIn(account, params);
  const left = charge.captured ? charge.amount - charge.amount_refunded : 0;
  if (left === 0)
    throw wrong(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  if (amount !== null && amount > left) {
    throw wrong(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, {
      param: 'amount',
    });
  }
  const refund = written(account, charge, amount ?? left, { ...params, balance_transaction: idOf('txn') });
  account.told('charge.refunded', charge);
  return refund;
}

/** What was held and not taken: it is a refund of the charge's too, though no money came back. */
export function letGo(account: Account, charge: Charge): void {
  const rest = charge.amount - charge.amount_captured;
  if (rest > 0) account.releases.add(written(account, charge, rest, {}).id);
}

export function failRefund(account: Account, id: string): Refund {
  const refund = account.refunds.get(id);
  if (!refund) throw missing('refund', id);
  refund.status = 'failed';
  const charge = account.charges.get(refund.charge);
  if (charge) {
    charge.amount_refunded -= refund.amount;
    charge.refunded = false;
  }
  account.told('refund.failed', refund);
  return refund;
}

/** What came back of a charge that was taken. */
export function givenBack(account: Account, { id }: Charge): number {
  return [...account.refunds.values()]
    .filter(({ charge, status }) => charge === id && status !== 'failed')
    .filter((refund) => !account.releases.has(refund.id))
    .reduce((sum, { amount }) => sum + amount, 0);
}

function written(account: Account, charge: Charge, amount: number, params: Params): Refund {
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount;
  const refund: Refund = {
    id: idOf('re'),
    object: 'refund',
    created: now(),
    amount,
    currency: charge.currency,
    charge: charge.id,
    payment_intent: charge.payment_intent,
    // A release moves no balance.
    balance_transaction: text(params['balance_transaction']),
    reason: text(params['reason']),
    status: 'succeeded',
    metadata: metadataOf(params),
  };
  account.refunds.set(refund.id, refund);
  account.told('refund.created', refund);
  return refund;
}

function chargeIn(account: Account, params: Params): Charge {
  const id = text(params['charge']);
  if (id === null) return account.chargeOf(account.intent(text(params['payment_intent']) ?? ''));
  const charge = account.charges.get(id);
  if (!charge) throw missing('charge', id);
  return charge;
}
