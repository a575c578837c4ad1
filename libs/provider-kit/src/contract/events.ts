import type { Declined, Succeeded } from './outcome';
import type { Authorization, ProviderMoney, ProviderPayment, ProviderSettings, Saving } from './values';

/** What a gateway sent to one of its hooks, as it came. */
export interface ReceivedEvent {
  /** The bytes that a signature is about. */
  readonly rawBody: Uint8Array;
  /** Names in lower case. Those of the connection, cookies and `authorization` are left out. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of the method whose hook it came to; of a hook that names no method, of each one in turn. */
  readonly settings: ProviderSettings;
  /** When it came: a signature's age is told from then, for the event may be read again days later. */
  readonly receivedAt: Date;
}

/** Whether an event is the gateway's, told from the event alone. */
export type VerifiedEvent =
  /** `id` and `type` where they can be read. */
  { readonly status: 'verified'; readonly id?: string; readonly type?: string } | RefusedEvent;

/** Not the gateway's, or damaged. The reason is kept and shown to operators: no secrets. */
export interface RefusedEvent {
  readonly status: 'refused';
  readonly reason: string;
}

/** What an event turns out to be. */
export type ParsedEvent =
  | {
      readonly status: 'parsed';
      /** The gateway's own id of the event, at most 255 characters: one that was handled before is not handled again. */
      readonly id: string;
      /** The gateway's own word, e.g. `payment_intent.succeeded`; for whoever looks. */
      readonly type: string;
      /** What it tells, applied in this order and together. Empty or left out: nothing that the ledger keeps. */
      readonly about?: readonly EventSubject[];
    }
  | RefusedEvent
  /** The gateway's, and of no interest here. */
  | { readonly status: 'ignored'; readonly id?: string; readonly type?: string };

interface OfPayment {
  /** The gateway's id of the session, or of the payment's charge. */
  readonly externalId: string;
}

/** What has become of one thing at the gateway, in the words of an answer. It enters where a late answer does. */
export type EventSubject =
  | SessionSubject
  | CaptureSubject
  | RefundSubject
  | CancellationSubject
  | DisputeSubject
  | SetupSubject
  | DetachmentSubject;

/** A session was authorized, declined, or is under way. A decline that the shopper may still mend leaves it open. */
export interface SessionSubject extends OfPayment {
  readonly about: 'session';
  /** What the gateway holds or takes; another amount than the session's is parked for an operator. */
  readonly amount: ProviderMoney;
  readonly outcome: Succeeded<Authorization> | Declined;
}

/** Money was taken, by whomever. */
export interface CaptureSubject extends OfPayment {
  readonly about: 'capture';
  /** All that was ever taken of the payment, so that telling it twice changes nothing. */
  readonly captured: ProviderMoney;
  /** The gateway's id of the capture. */
  readonly reference: string;
  /**
   * The key of the operation that took the last of it; null for one that was made elsewhere. Left out where the gateway does
   * not tell: then it is the one on its way of that amount.
   */
  readonly operationKey?: string | null;
}

/** Money was given back, by whomever, or came back again. */
export interface RefundSubject extends OfPayment {
  readonly about: 'refund';
  /** The gateway's id of the refund. */
  readonly reference: string;
  /** The key of the operation that asked for it; null for one that was made elsewhere. */
  readonly operationKey: string | null;
  readonly amount: ProviderMoney;
  /** `failed`, also long after it had succeeded: its amount is the payment's again. */
  readonly state: 'pending' | 'succeeded' | 'failed';
}

/** What was held is let go of: no shopper can pay the session, and nothing can be captured. */
export interface CancellationSubject extends OfPayment {
  readonly about: 'cancellation';
}

/**
 * A shopper disputes a charge at their bank. Each state is told once as it comes:
 * - `opened`: no money has moved yet. Where a gateway takes the amount at once, `withdrawn` follows.
 * - `withdrawn`: the bank took the amount back. `reinstated`: it returned it.
 * - `won`, `lost`: the bank has decided, and moves nothing by that.
 */
export interface DisputeSubject extends OfPayment {
  readonly about: 'dispute';
  /** The gateway's id of the dispute. */
  readonly reference: string;
  readonly state: 'opened' | 'withdrawn' | 'reinstated' | 'won' | 'lost';
  readonly amount: ProviderMoney;
  /** The bank's, in the gateway's word: `fraudulent`, `product_not_received`, … */
  readonly reason?: string;
  /** Until when evidence can be handed in; ISO 8601 in UTC. */
  readonly dueBy?: string;
}

/** An attempt to save a card has come to something. */
export interface SetupSubject {
  readonly about: 'setup';
  /** The gateway's id of the setup session. */
  readonly externalId: string;
  readonly outcome: Succeeded<Saving> | Declined;
}

/** The gateway keeps a card no more. */
export interface DetachmentSubject {
  readonly about: 'detachment';
  readonly profileId: string;
}

export interface ReadPaymentRequest {
  readonly payment: ProviderPayment;
  readonly settings: ProviderSettings;
}

/** A payment as the gateway's own record has it. */
export interface PaymentAtGateway {
  readonly state: 'authorized' | 'captured' | 'canceled';
  /** Ever held. */
  readonly authorized: ProviderMoney;
  readonly captured: ProviderMoney;
  /** Given back, or on its way: a refund that has failed does not count. */
  readonly refunded: ProviderMoney;
  /** Let go of: at a cancellation, or with the capture where it captures `once`. Left out: the gateway does not tell. */
  readonly canceled?: ProviderMoney;
}
