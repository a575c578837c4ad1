import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import type { Tx } from '@tandem/database';
import type { Money } from '@tandem/money';
import { ProviderRegistry } from '@tandem/payment-providers';
import {
  isOfVerb,
  numberedKey,
  ProviderOperations,
  type NewOperation,
  type OperationOf,
  type PaymentVerb,
} from '@tandem/provider-operations';
import { capturable, type Payment } from '../payment';
import { PaymentsRepository } from '../payments.repository';
import { amountOf, refusalOf } from './transaction-amount';

/** What is asked of a locked payment. */
interface Wanted {
  readonly payment: Payment;
  /** Left out: all that is left. */
  readonly asked?: Money;
  /** The operation's, where the request has a key of its own. */
  readonly key: string | null;
}

/** The parts of an operation that capture, refund and cancel have in common. */
export interface ReservedAmount {
  readonly operation: Omit<NewOperation<'cancel'>, 'verb' | 'details'>;
  readonly details: NewOperation<'cancel'>['details'];
}

/**
 * Sets the amount of a capture, refund or cancel aside: what is in flight counts against what is left, so two at once cannot take
 * more than there is.
 */
@Injectable()
export class ReserveTransaction {
  constructor(
    private readonly payments: PaymentsRepository,
    private readonly operations: ProviderOperations,
    private readonly registry: ProviderRegistry,
  ) {}

  /** @throws CaptureExceedsAuthorized, RefundExceedsCaptured, NothingToCancel, …, MovementUnsupported, PaymentStateForbids */
  async run(
    tx: Tx,
    { caller }: RequestContext,
    verb: PaymentVerb,
    { payment, asked, key }: Wanted,
  ): Promise<ReservedAmount> {
    const { supports } = this.registry.get(payment.providerId).capabilities;
    const amount = amountOf(verb, payment, asked, supports);
    if ((await this.payments.reserve(tx, verb, payment, amount)) === null) throw refusalOf(verb, payment);
    const { storeId, id, orderId, collectionId, sessionId, providerId, reference } = payment;
    return {
      operation: {
        storeId,
        orderId,
        collectionId,
        sessionId,
        paymentId: id,
        providerId,
        operationKey: key ?? numberedKey(id, verb, payment.operations),
        amount,
      },
      details: {
        methodId: payment.paymentMethodId,
        payment: { reference, externalId: reference },
        createdBy: caller.id,
        isByKey: caller.kind === 'secret_key',
      },
    };
  }

  /** A double click: all that is left is being captured or canceled already, so this one waits for what comes of it. */
  async findConcurrent<V extends 'capture' | 'cancel'>(
    tx: Tx,
    verb: V,
    { payment, asked }: Pick<Wanted, 'payment' | 'asked'>,
  ): Promise<OperationOf<V> | null> {
    const isTaken = payment.capturing.isPositive() && !capturable(payment).isPositive();
    if (asked || !isTaken) return null;
    const open = await this.operations.openOfPayments(tx, payment.storeId, [payment.id]);
    return open.flatMap((operation) => (isOfVerb(operation, verb) ? [operation] : []))[0] ?? null;
  }
}
