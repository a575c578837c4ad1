import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import type { Money } from '@tandem/money';
import { CollectionsRepository } from '@tandem/payment-collections';
import type { PaymentVerb } from '@tandem/provider-operations';
import type { Payment } from '../payment';
import { PaymentsRepository } from '../payments.repository';

/** An amount that was set aside before, of which payment. */
export interface Moving {
  readonly storeId: string;
  readonly collectionId: string;
  readonly paymentId: string;
  readonly amount: Money;
}

/** Keeps the totals of a payment and of its collection together. */
@Injectable()
export class LedgerTotals {
  constructor(
    private readonly payments: PaymentsRepository,
    private readonly collections: CollectionsRepository,
  ) {}

  /** The collection before the payment: every transaction takes the two locks in this order. */
  async add(tx: Tx, verb: PaymentVerb, moving: Moving): Promise<Payment | null> {
    const { storeId, collectionId, paymentId, amount } = moving;
    const payment = { storeId, id: paymentId };
    switch (verb) {
      case 'capture':
        await this.collections.addCaptured(tx, storeId, collectionId, amount);
        return this.payments.addCapture(tx, payment, amount, amount.minor);
      case 'refund':
        await this.collections.addRefunded(tx, storeId, collectionId, amount);
        return this.payments.addRefund(tx, payment, amount);
      case 'cancel':
        await this.collections.addCanceled(tx, storeId, collectionId, amount);
        return this.payments.addCancellation(tx, payment, amount, amount.minor);
    }
  }

  /** What a gateway let go of with a capture; nobody had set it aside. */
  async releaseRest(tx: Tx, { storeId, collectionId, paymentId, amount }: Moving): Promise<Payment | null> {
    await this.collections.addCanceled(tx, storeId, collectionId, amount);
    return this.payments.addCancellation(tx, { storeId, id: paymentId }, amount, 0n);
  }

  /** A refund was sent back: what it gave is the payment's again, and is owed no more. */
  async takeBackRefund(
    tx: Tx,
    { storeId, collectionId, paymentId, amount }: Moving,
  ): Promise<Payment | null> {
    await this.collections.takeBackRefunded(tx, storeId, collectionId, amount);
    return this.payments.takeBackRefund(tx, { storeId, id: paymentId }, amount);
  }
}
