import { behaviourOf } from './cards';
import type { Account } from './account';
import { idOf, missing, now, wrong, type Charge, type Refund } from './objects';
import { amountIn, metadataOf, text, type Params } from './params';

/**
 * Refunds a charge, or an intent's charge: https://docs.stripe.com/api/refunds/create. Since version 2025-03-31 nothing else
 * creates a refund: neither a partial capture nor a cancellation.
 */
export function createRefund(account: Account, params: Params): Refund {
  const amount = params['amount'] === undefined ? null : amountIn(params);
  const charge = chargeIn(account, params);
  refuseRefund(account);
  const left = charge.amount_captured - charge.amount_refunded;
  if (left === 0)
    throw wrong(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  if (amount !== null && amount > left) {
    throw wrong(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, {
      param: 'amount',
    });
  }
  const refund = writeRefund(account, charge, amount ?? left, params);
  account.reported('charge.refunded', charge);
  return refund;
}

function refuseRefund({ refundRefusal }: Account): void {
  if (refundRefusal !== null) throw wrong('The refund cannot be made.', { code: refundRefusal });
}

export function settleRefund(account: Account, id: string): Refund {
  const refund = refundOf(account, id);
  refund.status = 'succeeded';
  refund.balance_transaction = idOf('txn');
  account.reported('refund.updated', refund);
  return refund;
}

export function failRefund(account: Account, id: string): Refund {
  const refund = refundOf(account, id);
  refund.status = 'failed';
  const charge = account.charges.get(refund.charge);
  if (charge) {
    charge.amount_refunded -= refund.amount;
    charge.refunded = false;
  }
  account.reported('refund.failed', refund);
  return refund;
}

/** The refunded amount of a charge, including pending refunds. */
export function refundedAmount(account: Account, { id }: Charge): number {
  return [...account.refunds.values()]
    .filter(({ charge, status }) => charge === id && status !== 'failed')
    .reduce((sum, { amount }) => sum + amount, 0);
}

function writeRefund(account: Account, charge: Charge, amount: number, params: Params): Refund {
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount;
  const isPending = behaviourOf(account.methods.get(charge.payment_method ?? '')) === 'refund later';
  const refund: Refund = {
    id: idOf('re'),
    object: 'refund',
    created: now(),
    amount,
    currency: charge.currency,
    charge: charge.id,
    payment_intent: charge.payment_intent,
    balance_transaction: isPending ? null : idOf('txn'),
    reason: text(params['reason']),
    status: isPending ? 'pending' : 'succeeded',
    metadata: metadataOf(params),
  };
  account.refunds.set(refund.id, refund);
  account.reported('refund.created', refund);
  return refund;
}

function refundOf(account: Account, id: string): Refund {
  const refund = account.refunds.get(id);
  if (!refund) throw missing('refund', id);
  return refund;
}

function chargeIn(account: Account, params: Params): Charge {
  const id = text(params['charge']);
  if (id === null) return account.chargeOf(account.intent(text(params['payment_intent']) ?? ''));
  const charge = account.charges.get(id);
  if (!charge) throw missing('charge', id);
  return charge;
}
