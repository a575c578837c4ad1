import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { newId, randomAlphanumeric } from '@tandem/ids';
import { Money } from '@tandem/money';
import type { PaymentMethod } from '@tandem/payment-methods';
import type { AuthorizedPayment } from '@tandem/provider-kit';
import type { OperationOf } from '@tandem/provider-operations';
import { entrySourceOf } from '../ledger/entry-source';
import { LedgerRepository } from '../ledger/ledger.repository';
import { manualPaymentNumber } from '../payment';
import { PaymentEvents } from '../events/payment-events';
import { PaymentsRepository } from '../payments.repository';
import { AuthorizationsRepository, type NewPayment } from './authorizations.repository';

/** The payment method and card of an authorization. */
interface PaidBy {
  readonly method: Pick<PaymentMethod, 'id' | 'sessionRequired'>;
  /** The saved card (UUID). */
  readonly cardId: string | null;
}

/** Writes the payment of an authorization, and its capture if the gateway captured at once. */
@Injectable()
export class RecordAuthorization {
  constructor(
    private readonly authorizations: AuthorizationsRepository,
    private readonly payments: PaymentsRepository,
    private readonly entries: LedgerRepository,
    private readonly events: PaymentEvents,
  ) {}

  /** The same transaction settles the operation and has locked the collection. */
  async run(
    tx: Tx,
    operation: OperationOf<'authorize'>,
    authorization: AuthorizedPayment,
    paidBy: PaidBy,
  ): Promise<void> {
    const { amount } = operation;
    const payment = paymentOf(operation, authorization, paidBy);
    const { id: paymentId, reference } = payment;
    const source = entrySourceOf(operation);
    await this.authorizations.insert(tx, payment, source);
    const isCaptured = authorization.state === 'captured';
    if (isCaptured) {
      await this.payments.add(tx, 'capture', payment, { amount, reserved: Money.zero(amount.currency) });
      await this.entries.insert(tx, { source, paymentId, kind: 'capture', amount, reference });
    }
    await this.events.publishAuthorized(tx, payment, isCaptured);
  }
}

function paymentOf(
  operation: OperationOf<'authorize'>,
  { reference, method: paidWith, captureBefore }: AuthorizedPayment,
  { method, cardId }: PaidBy,
): NewPayment {
  const { storeId, orderId, collectionId, sessionId, providerId, amount, details } = operation;
  return {
    storeId,
    orderId,
    collectionId,
    sessionId,
    providerId,
    ...namesOf(sessionId, method),
    paymentMethodId: method.id,
    authorized: amount,
    reference,
    externalId: details.session.externalId,
    cardId,
    paidWith: paidWith ?? null,
    captureBefore: captureBefore ? new Date(captureBefore) : null,
  };
}

/** A chosen manual payment is listed before it is recorded, so it keeps the id and number it was listed with. */
function namesOf(
  sessionId: string,
  { sessionRequired }: PaidBy['method'],
): Pick<NewPayment, 'id' | 'number'> {
  return sessionRequired
    ? { id: newId(), number: `P${randomAlphanumeric(7)}` }
    : { id: sessionId, number: manualPaymentNumber(sessionId) };
}
