import { Injectable } from '@nestjs/common';
import { mustChange, type Tx } from '@tandem/database';
import { Events } from '@tandem/outbox';
import { Money } from '@tandem/money';
import { numberedKey, ProviderOperationsRepository, type OperationOf } from '@tandem/provider-operations';
import type { Authorization, Declined, Succeeded, ProviderMoney, SessionSubject } from '@tandem/provider-kit';
import { BeginAuthorization } from './begin-authorization';
import { refuseWhileInFlight } from '../update/open-for-change';
import { AmountNotOfSession, SessionAbandoned } from '../payment-sessions.errors';
import { PaymentSessionsRepository } from '../payment-sessions.repository';
import { isPaid, OPEN_STATES, SESSION } from '../payment-session.states';
import { expiryOf } from './paid-later';
import { sessionEvents } from '../session-event';
import type { LockedSession } from '../session-locks';
import { SessionSettlement } from './session-settlement';

const CLOSED: Declined = { status: 'declined', code: 'other', message: 'The payment was canceled' };

/**
 * Applies webhook events about payment sessions. The rules:
 * - While an authorization is in flight, only an authorized or captured event settles it, through the usual settle step.
 * - If none was begun because the shopper never returned, the event begins and settles one.
 * - A paid session is left unchanged, so a repeated event has no effect.
 * - Money for an abandoned session needs manual review; nothing is recorded.
 * The order, the collection and the session must be locked.
 */
@Injectable()
export class GatewayOutcomes {
  constructor(
    private readonly sessions: PaymentSessionsRepository,
    private readonly operations: ProviderOperationsRepository,
    private readonly beginAuthorization: BeginAuthorization,
    private readonly settlement: SessionSettlement,
    private readonly events: Events,
  ) {}

  /** @throws AmountNotOfSession, SessionAbandoned, SessionAmountStale, OutcomeUnknown while another call about it is in flight */
  async settle(tx: Tx, locked: LockedSession, { amount, outcome }: SessionSubject): Promise<void> {
    const open = await this.findOpenAuthorization(tx, locked);
    if (isMoney(outcome)) return this.settlePaid(tx, locked, { open, amount, outcome });
    // The call in flight may already have seen a later state; only a payment is final.
    if (open) return;
    // The shopper may still try again or use another card; an expired voucher ends the longer lifetime.
    if (outcome.status === 'declined') return this.sessions.capExpiry(tx, locked.session);
    const { value } = outcome;
    if (value.state === 'requires_action') return this.challenge(tx, locked, value);
    if (value.state === 'processing') return this.authorize(tx, locked, value);
  }

  /** The session can no longer be paid at the gateway. */
  async close(tx: Tx, locked: LockedSession): Promise<void> {
    const open = await this.findOpenAuthorization(tx, locked);
    if (open) {
      await this.settlement.settleAuthorization(tx, open, CLOSED);
      return;
    }
    const { session } = locked;
    if (!OPEN_STATES.includes(session.state)) return;
    mustChange(await this.sessions.transition(tx, session, 'cancel'), 'cancel payment session');
    await this.events.publish(tx, sessionEvents({ ...session, state: SESSION.target('cancel') }));
  }

  private async settlePaid(
    tx: Tx,
    locked: LockedSession,
    {
      open,
      amount,
      outcome,
    }: { open: OperationOf<'authorize'> | null; amount: ProviderMoney; outcome: Paid },
  ): Promise<void> {
    const reported = Money.of(amount.minor, amount.currency);
    if (!isSame(reported, locked.session.amount))
      throw new AmountNotOfSession(reported, locked.session.amount);
    if (open) await this.settlement.settleAuthorization(tx, open, outcome);
    else await this.authorize(tx, locked, outcome.value);
  }

  /** Begins an authorization as a shopper's completion would, and settles it unless the gateway is still processing. */
  private async authorize(tx: Tx, locked: LockedSession, value: Authorization): Promise<void> {
    const { order, session } = locked;
    if (isPaid(session)) return;
    const isOpen = OPEN_STATES.includes(session.state) && order.state !== 'canceled';
    if (!isOpen) throw new SessionAbandoned(session.state);
    const { storeId, id } = session;
    const number = await this.operations.countBySession(tx, storeId, id);
    const key = numberedKey(id, 'authorize', number);
    const begun = await this.beginAuthorization.run(tx, locked, { key, shopperData: false });
    const operation = await this.operations.insertOpen(tx, begun);
    if (operation === null) throw new Error(`session ${id} already has operation number ${number}`);
    await this.settlement.settleAuthorization(tx, operation, { status: 'succeeded', value });
  }

  private async challenge(tx: Tx, { session }: LockedSession, value: Challenge): Promise<void> {
    if (session.state !== 'pending') return;
    const update = { data: value.data, ...expiryOf(value) };
    mustChange(await this.sessions.transition(tx, session, 'challenge', update), 'challenge payment session');
  }

  private async findOpenAuthorization(
    tx: Tx,
    { session }: LockedSession,
  ): Promise<OperationOf<'authorize'> | null> {
    const open = await this.operations.findOpenBySession(tx, session.storeId, session.id);
    if (open?.verb === 'authorize') return open;
    refuseWhileInFlight(open);
    return null;
  }
}

type Challenge = Extract<Authorization, { readonly state: 'requires_action' }>;

type Paid = Succeeded<Extract<Authorization, { readonly reference: string }>>;

function isMoney(outcome: SessionSubject['outcome']): outcome is Paid {
  return (
    outcome.status === 'succeeded' &&
    (outcome.value.state === 'authorized' || outcome.value.state === 'captured')
  );
}

function isSame(one: Money, other: Money): boolean {
  return one.currency === other.currency && one.compare(other) === 0;
}
