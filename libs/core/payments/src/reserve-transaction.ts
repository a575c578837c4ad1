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
import { capturable, refundable, type Payment } from './payment';
import { PAYMENT } from './payment.states';
import * as errors from './payments.errors';
import { PaymentsRepository } from './payments.repository';

/** What is left for each verb, and how it is said when that is not enough. */
const VERBS = {
  capture: { left: capturable, Exceeds: errors.CaptureExceedsAuthorized, supported: 'partialCapture' },
  refund: { left: refundable, Exceeds: errors.RefundExceedsCaptured, supported: 'partialRefund' },
  cancel: { left: capturable, Exceeds: errors.NothingToCancel, supported: 'cancel' },
} as const;

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
    const amount = this.amountOf(verb, payment, asked);
    if ((await this.payments.reserve(tx, verb, payment, amount)) === null) throw refusal(verb, payment);
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

  private amountOf(verb: PaymentVerb, payment: Payment, asked: Money | undefined): Money {
    const { left, supported } = VERBS[verb];
    const amount = asked ?? left(payment);
    if (!amount.isPositive()) throw refusal(verb, payment, asked === undefined);
    const needed = verb === 'cancel' || amount.lessThan(payment.authorized);
    if (needed && !this.registry.get(payment.providerId).capabilities.supports[supported]) {
      throw new errors.MovementUnsupported(verb);
    }
    return amount;
  }
}

function refusal(verb: PaymentVerb, payment: Payment, isAll = false): Error {
  if (verb === 'refund' && payment.state === 'authorized') return new errors.NothingCaptured();
  if (verb === 'refund' && isAll && payment.state === 'captured') return new errors.NothingLeftToRefund();
  if (PAYMENT.statesThat(verb).includes(payment.state)) return new VERBS[verb].Exceeds();
  return new errors.PaymentStateForbids(verb, payment.state);
}
