import { Injectable } from '@nestjs/common';
import { CollectionsRepository } from '@tandem/payment-collections';
import { GatewayScopes } from '@tandem/payment-methods';
import { ProviderCalls } from '@tandem/provider-operations';
import { LedgerCheck, type CheckedPayment, type Payment } from '@tandem/payments';
import type { Outcome, PaymentAtGateway } from '@tandem/provider-kit';
import { isMoving, unequalTotals, unlikeGateway, type Difference } from './differences';

const ROUND = 100;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

const ANSWERS = new Set(['done', 'declined', 'unknown', 'not_asked']);
const NOT_ASKED = { is: 'not_asked' } as const;

/**
 * Compares what should be the same, and changes nothing: totals with the entries they are sums of, collections with their payments,
 * and the ledger with what each gateway holds, where its provider can read a payment.
 */
@Injectable()
export class ReconcilePayments {
  constructor(
    private readonly ledger: LedgerCheck,
    private readonly collections: CollectionsRepository,
    private readonly scopes: GatewayScopes,
    private readonly calls: ProviderCalls,
  ) {}

  /** The payments of the last `days` days, of all stores; `tell` hears of each difference as it is found. */
  async run(days: number, tell: (difference: Difference) => void): Promise<void> {
    for (let after = BEFORE_ALL; ;) {
      const round = await this.ledger.recent(days, after, ROUND);
      for (const checked of round) await this.check(checked, tell);
      await this.checkCollections(round, tell);
      const last = round.at(-1);
      if (!last || round.length < ROUND) return;
      after = last.payment.id;
    }
  }

  private async check(
    { payment, sums }: CheckedPayment,
    tell: (difference: Difference) => void,
  ): Promise<void> {
    const of = placeOf(payment);
    for (const [what, ours, theirs] of unequalTotals(payment, sums)) {
      tell({ ...of, between: 'totals and entries', what, ours, theirs });
    }
    if (isMoving(payment)) return;
    const read = await this.read(payment);
    if (read.is === 'not_asked') return;
    const between = 'ledger and gateway';
    if (read.is !== 'done')
      return tell({ ...of, between, what: 'reading', ours: payment.state, theirs: read.is });
    for (const [what, ours, theirs] of unlikeGateway(payment, read.value)) {
      tell({ ...of, between, what, ours, theirs });
    }
  }

  private async read(payment: Payment): Promise<Outcome<PaymentAtGateway> | typeof NOT_ASKED> {
    const { id, providerId, reference, externalId, paymentMethodId } = payment;
    const { settings = {} } = (await this.scopes.ofMethod(paymentMethodId)) ?? {};
    const request = { payment: { reference, externalId: externalId ?? reference }, settings };
    return this.calls.ask<Outcome<PaymentAtGateway> | typeof NOT_ASKED>(
      { providerId },
      `read_payment ${id}`,
      (provider) => provider.readPayment?.(request) ?? NOT_ASKED,
      ANSWERS,
    );
  }

  private async checkCollections(
    round: readonly CheckedPayment[],
    tell: (difference: Difference) => void,
  ): Promise<void> {
    for (const storeId of new Set(round.map(({ payment }) => payment.storeId))) {
      const ids = round
        .filter(({ payment }) => payment.storeId === storeId)
        .map(({ payment }) => payment.collectionId);
      const sums = await this.ledger.ofCollections(storeId, ids);
      for (const collection of await this.collections.findAll(storeId, [...new Set(ids)])) {
        const sum = sums.get(collection.id);
        for (const [what, ours, theirs] of sum ? unequalTotals(collection, sum) : []) {
          const { orderId } = collection;
          const of = { storeId, orderId, paymentId: null, providerId: null };
          tell({ ...of, between: 'collection and payments', what, ours, theirs });
        }
      }
    }
  }
}

function placeOf({
  storeId,
  orderId,
  id,
  providerId,
}: Payment): Pick<Difference, 'storeId' | 'orderId' | 'paymentId' | 'providerId'> {
  return { storeId, orderId, paymentId: id, providerId };
}
