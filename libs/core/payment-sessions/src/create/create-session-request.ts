import { accessScopeValues, type InlineClaim, type RequestContext } from '@tandem/context';
import type { Draft } from './build-session';
import type { CreateSessionRequest } from './create-session.statement';

/** What happens to the order's other sessions: they stay (Spree) or are superseded (Medusa). */
export type Place = 'keepOthers' | 'replaceOthers';

/** How a session is inserted. */
export interface InsertOptions {
  readonly place: Place;
  readonly claim: InlineClaim | null;
  /** Inserts nothing if the collection has money. */
  readonly refusesMoney: boolean;
  /** Minor units that staff may collect for a placed order; null: only an open order can be paid. */
  readonly placedDue: bigint | null;
}

/** The values of CREATE_SESSIONS for one draft. */
export function requestFor(
  ctx: RequestContext,
  { newSession, context, amount, currency }: Draft,
  { place, claim, refusesMoney, placedDue }: InsertOptions,
): CreateSessionRequest {
  const [all, orderId, customerId, guestCarts] = accessScopeValues(ctx.caller.scope);
  return {
    session_id: newSession.id,
    order_id: newSession.orderId,
    method_id: newSession.method.id,
    replaces: place === 'replaceOthers',
    refuses_money: refusesMoney,
    sees_all: all,
    seen_order_id: orderId,
    seen_customer_id: customerId,
    sees_guest_carts: guestCarts,
    amount: amount === null ? null : amount.toString(),
    amount_currency: currency,
    placed_due: placedDue === null ? null : placedDue.toString(),
    external_id: newSession.externalId,
    customer_id: newSession.customerId,
    payer: context,
    card_id: newSession.cardId,
    known: newSession,
    ...keyOf(claim),
  };
}

function keyOf(
  claim: InlineClaim | null,
): Pick<CreateSessionRequest, 'principal' | 'key_hash' | 'fingerprint' | 'status'> {
  if (claim === null) return { principal: null, key_hash: null, fingerprint: null, status: null };
  const { principal, keyHash, fingerprint, status } = claim;
  return { principal, key_hash: bytea(keyHash), fingerprint: bytea(fingerprint), status };
}

/** Bytes as Postgres reads them from text. */
function bytea(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}
