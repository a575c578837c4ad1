import { Injectable } from '@nestjs/common';
import type { RequestContext, Settled } from '@tandem/context';
import type { Tx } from '@tandem/database';
import { newId, randomAlphanumeric } from '@tandem/ids';
import type { Money } from '@tandem/money';
import { CollectionsRepository } from '@tandem/payment-collections';
import type { PaymentMethod } from '@tandem/payment-methods';
import { ProviderRegistry } from '@tandem/payment-providers';
import type {
  AuthorizedPayment,
  Declined,
  Refunded,
  Succeeded,
  TransactionResult,
} from '@tandem/provider-kit';
import {
  operationKey,
  ProviderOperations,
  type Begun,
  type ProviderOperation,
} from '@tandem/provider-operations';
import { BegunBefore } from './begun-before';
import { refuseBeyondDue, refuseCanceled } from './capture-limit';
import { HoldOrder } from './hold-order';
import { LedgerRepository } from './ledger.repository';
import { capturable, numberByHand, refundable, type Payment } from './payment';
import { PaymentEvents } from './payment-events';
import { PAYMENT } from './payment.states';
import * as errors from './payments.errors';
import { PaymentsRepository, type Movement, type NewPayment } from './payments.repository';
import { RecordMovement } from './record-movement';
import { RefundCredit } from './refund-credit';

/** What is left for each movement, and how it is said when that is not enough. */
const MOVEMENTS = {
  capture: { left: capturable, Exceeds: errors.CaptureExceedsAuthorized, supported: 'partialCapture' },
  refund: { left: refundable, Exceeds: errors.RefundExceedsCaptured, supported: 'partialRefund' },
  cancel: { left: capturable, Exceeds: errors.NothingToCancel, supported: 'cancel' },
} as const;

/** A movement as it is asked for. */
export interface MovementInput {
  /** The payment (UUID). */
  readonly payment: Payment;
  /** Left out: all that is left. */
  readonly amount?: Money;
  readonly note?: string;
  readonly refundReasonId?: string;
}

/** What an authorization was paid by. */
interface PaidBy {
  readonly method: Pick<PaymentMethod, 'id' | 'sessionRequired'>;
  /** The saved card (UUID). */
  readonly cardId: string | null;
}

/**
 * The reserve and settle steps of every movement of money. The rules:
 * - What is in flight counts against what is left, so two at once cannot take more than there is.
 * - An operation is settled once, by a conditional UPDATE; whoever comes second changes nothing.
 * - The entry, the payment's totals and the collection's are written together.
 */
@Injectable()
export class Ledger {
  constructor(
    private readonly holdOrder: HoldOrder,
    private readonly begunBefore: BegunBefore,
    private readonly payments: PaymentsRepository,
    private readonly entries: LedgerRepository,
    private readonly collections: CollectionsRepository,
    private readonly operations: ProviderOperations,
    private readonly registry: ProviderRegistry,
    private readonly events: PaymentEvents,
    private readonly refundCredit: RefundCredit,
    private readonly movement: RecordMovement,
  ) {}

  /**
   * Step one: checks, sets the amount aside and records the operation. A retry finds the one it began before. The order's
   * state is held before the payment: every transaction takes the two locks in this order.
   */
  async reserve(tx: Tx, ctx: RequestContext, movement: Movement, input: MovementInput): Promise<Begun> {
    const { capture, ...refund } = await this.holdOrder.run(tx, movement, input.payment);
    const payment = await this.lock(tx, ctx, input.payment.id);
    const { seed } = ctx.idempotency;
    const key = operationKey({ seed, verb: movement, targetId: payment.id, number: payment.operations });
    const begun = await this.begunBefore.find(tx, movement, { payment, key, seed, asked: input.amount });
    if (begun) return begun;

    if (capture) refuseCanceled(capture);
    const amount = this.amountOf(movement, payment, input.amount);
    const reserved = await this.payments.reserve(tx, movement, payment, amount);
    if (reserved === null) throw this.refusal(movement, payment);
    // What is left of the payment is said first, in the words of a real server.
    if (capture) refuseBeyondDue(capture, amount);
    return this.operations.open(tx, {
      ...placeOf(payment),
      id: newId(),
      paymentId: payment.id,
      verb: movement,
      operationKey: key,
      amount,
      details: {
        methodId: payment.paymentMethodId,
        payment: { reference: payment.reference, externalId: payment.reference },
        note: input.note,
        refundReasonId: input.refundReasonId,
        ...refund,
        createdBy: ctx.caller.id ?? undefined,
        isByKey: ctx.caller.kind === 'secret_key',
      },
    });
  }

  /**
   * Step three of a movement. A decline gives the reservation back and is thrown after the commit. A refund that is pending at
   * the gateway stays open and reserved: an event or the resolver settles it.
   */
  async settle(
    tx: Tx,
    operation: ProviderOperation,
    outcome: Succeeded<TransactionResult & Partial<Pick<Refunded, 'state'>>> | Declined,
  ): Promise<Settled<null>> {
    const order = operation.verb === 'cancel' ? null : await this.refundCredit.lockOrder(tx, operation);
    const isPending = outcome.status === 'succeeded' && outcome.value.state === 'pending';
    const recorded = await (isPending
      ? this.operations.storePending(tx, operation, outcome)
      : this.operations.settle(tx, operation, outcome));
    if (!recorded.isFirst || isPending) return settledAs(recorded.outcome);
    if (outcome.status === 'declined') await this.movement.declined(tx, operation);
    else await this.movement.succeeded(tx, operation, outcome.value.reference, order);
    return settledAs(outcome);
  }

  /** Writes the payment that an authorization leaves, with its capture where the gateway took the money at once. */
  async recordAuthorization(
    tx: Tx,
    operation: ProviderOperation,
    authorization: AuthorizedPayment,
    { method, cardId }: PaidBy,
  ): Promise<void> {
    const { storeId, collectionId, amount } = operation;
    const { reference } = authorization;
    const payment: NewPayment = {
      ...placeOf(operation),
      ...namesOf(operation, method),
      paymentMethodId: method.id,
      authorized: amount,
      reference,
      externalId: operation.details.session?.externalId ?? null,
      cardId,
      paidWith: authorization.method ?? null,
      captureBefore: authorization.captureBefore ? new Date(authorization.captureBefore) : null,
    };
    await this.collections.addAuthorized(tx, storeId, collectionId, amount);
    await this.payments.insert(tx, payment);
    await this.entries.insert(tx, {
      operation,
      paymentId: payment.id,
      kind: 'authorization',
      amount,
      reference,
    });
    const isCaptured = authorization.state === 'captured';
    if (isCaptured) await this.recordCaptureOf(tx, operation, payment);
    await this.events.authorized(tx, payment, isCaptured);
  }

  /** What the gateway took with the authorization. */
  private async recordCaptureOf(tx: Tx, operation: ProviderOperation, payment: NewPayment): Promise<void> {
    const { storeId, collectionId, amount } = operation;
    const { id: paymentId, reference } = payment;
    await this.collections.addCaptured(tx, storeId, collectionId, amount);
    await this.payments.addCapture(tx, payment, amount, 0n);
    await this.entries.insert(tx, { operation, paymentId, kind: 'capture', amount, reference });
  }

  private async lock(tx: Tx, ctx: RequestContext, paymentId: string): Promise<Payment> {
    const payment = await this.payments.lock(tx, ctx.storeId, paymentId);
    if (payment === null) throw new errors.PaymentNotFound(paymentId);
    return payment;
  }

  private amountOf(movement: Movement, payment: Payment, asked: Money | undefined): Money {
    const { left, supported } = MOVEMENTS[movement];
    const amount = asked ?? left(payment);
    if (!amount.isPositive()) throw this.refusal(movement, payment, asked === undefined);
    const needed = movement === 'cancel' || amount.lessThan(payment.authorized);
    if (needed && !this.registry.get(payment.providerId).capabilities.supports[supported]) {
      throw new errors.MovementUnsupported(movement);
    }
    return amount;
  }

  private refusal(movement: Movement, payment: Payment, isAll = false): Error {
    if (movement === 'refund' && payment.state === 'authorized') return new errors.NothingCaptured();
    if (movement === 'refund' && isAll && payment.state === 'captured')
      return new errors.NothingLeftToRefund();
    if (PAYMENT.statesThat(movement).includes(payment.state)) return new MOVEMENTS[movement].Exceeds();
    return new errors.PaymentStateForbids(movement, payment.state);
  }
}

interface Place {
  readonly storeId: string;
  readonly orderId: string;
  readonly collectionId: string;
  readonly sessionId: string;
  readonly providerId: string;
}

function placeOf({ storeId, orderId, collectionId, sessionId, providerId }: Place): Place {
  return { storeId, orderId, collectionId, sessionId, providerId };
}

function settledAs(outcome: { status: 'succeeded' } | Declined): Settled<null> {
  return outcome.status === 'declined' ? { refusal: new errors.PaymentDeclined(outcome) } : { value: null };
}

/** What is chosen to be paid by hand is shown before it is a payment: it keeps the id and number that it was shown by. */
function namesOf(
  { sessionId }: ProviderOperation,
  { sessionRequired }: PaidBy['method'],
): Pick<NewPayment, 'id' | 'number'> {
  return sessionRequired
    ? { id: newId(), number: `P${randomAlphanumeric(7)}` }
    : { id: sessionId, number: numberByHand(sessionId) };
}
