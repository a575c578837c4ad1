import { createHash } from 'node:crypto';
import type { Money } from '@tandem/money';
import type {
  Declined,
  Succeeded,
  ProviderAccountHolder,
  ProviderData,
  ProviderOrder,
  ProviderPayment,
  ProviderSession,
  ProviderVerb,
  VerbResult,
} from '@tandem/provider-kit';

/**
 * All that is needed to send a call again, but for what only the shopper's page has. No card data and none of the store's
 * secrets; a session's data has what its page was told, its client secret too.
 */
export interface OperationDetails {
  /** The payment method (UUID), whose settings the call is made with. They are not kept here: they hold secrets. */
  readonly methodId?: string;
  readonly session?: ProviderSession;
  readonly payment?: ProviderPayment;
  readonly capture?: 'automatic' | 'manual';
  /** The caller's data for opening or changing a session. */
  readonly data?: ProviderData;
  readonly customerId?: string | null;
  /** The gateway's id of the saved card it is to be paid with. */
  readonly savedProfileId?: string;
  /** Who the customer is at the gateway, where it has account holders. */
  readonly accountHolder?: ProviderAccountHolder;
  /** Whether the gateway is to keep the card that pays, and what for. */
  readonly saveMethod?: 'on_session' | 'off_session';
  /** What is paid for, for the gateway's dashboard. */
  readonly order?: ProviderOrder;
  /** Who is present; left out: the shopper. */
  readonly initiatedBy?: 'shopper' | 'merchant';
  /** That card (UUID); of a change: null where the session names one no more, left out where it stays. */
  readonly cardId?: string | null;
  /** Of a change: who pays the session once it is made, and what is shown of them; left out where that stays. */
  readonly payer?: { readonly customerId: string | null; readonly context: object };
  /** The session's amount is all there was to pay. */
  readonly coversAll?: boolean;
  /** True: it came with data that was passed on and not kept, so it cannot be sent again without the shopper. */
  readonly shopperData?: boolean;
  readonly note?: string;
  readonly refundReasonId?: string;
  /** Of a refund: false where its order was not placed when it began, so that its amount is to be paid again. */
  readonly orderWasPlaced?: boolean;
  /** The admin or secret key that asked for it (UUID). */
  readonly createdBy?: string;
  /** True: it is a key's id. */
  readonly isByKey?: boolean;
}

/** What an operation came to, as it is recorded. */
export type RecordedOutcome = Succeeded<VerbResult> | Declined;

/** One call to a provider: recorded before it is made, settled once. */
export interface ProviderOperation {
  readonly storeId: string;
  readonly id: string;
  readonly orderId: string;
  readonly collectionId: string;
  readonly sessionId: string;
  /** Null for a verb about the session. */
  readonly paymentId: string | null;
  readonly providerId: string;
  readonly verb: ProviderVerb;
  /** The idempotency key the gateway is sent. */
  readonly operationKey: string;
  readonly amount: Money;
  readonly details: OperationDetails;
  readonly state: 'requested' | RecordedOutcome['status'];
  /** Of an open one: what the gateway, which is still at work, has said of it. */
  readonly outcome: RecordedOutcome | null;
  readonly attempts: number;
  readonly createdAt: Date;
}

export interface NewOperation extends Omit<
  ProviderOperation,
  'details' | 'state' | 'outcome' | 'attempts' | 'createdAt'
> {
  /** One of before this was kept names no method. */
  readonly details: OperationDetails & { readonly methodId: string };
}

/** An open operation whose process is gone, or has given up. */
export interface DueOperation extends ProviderOperation {
  /** Since it was last sent, by the database's clock. */
  readonly sentSecondsAgo: number;
}

/** An operation to carry out: begun now, begun by this very request before a crash, or another request's. */
export interface Begun {
  readonly operation: ProviderOperation;
  readonly by: 'us' | 'us before' | 'another';
}

/**
 * The key of an operation: from the client's own key, so that a retry on any process sends the same; without one from
 * the target and a number taken under its lock. Never minted per attempt.
 */
export function operationKey(of: {
  seed: string | null;
  verb: ProviderVerb;
  targetId: string;
  number: number;
}): string {
  const parts =
    of.seed === null ? [of.targetId, of.verb, String(of.number)] : [of.seed, of.verb, of.targetId];
  return keyOf(...parts);
}

/** The key of a call that has no operation: the same for every attempt at the same thing, and no two things have the same. */
export function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}
