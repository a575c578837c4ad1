import type { Declined, Succeeded } from './outcome';
import type { Authorization, ProviderMoney, ProviderPayment, ProviderSettings, Saving } from './values';

/** A webhook request exactly as a gateway sent it to one of the hooks. */
export interface ReceivedEvent {
  /** The bytes that the signature covers. */
  readonly rawBody: Uint8Array;
  /** Names in lower case. Without connection headers, cookies and `authorization`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Settings of the method whose hook received it; for a hook that names no method, of each method in turn. */
  readonly settings: ProviderSettings;
  /** When it was received: a signature's age is measured from here, because the event may be parsed again days later. */
  readonly receivedAt: Date;
}

/** Whether an event is authentic, judged from the event alone. */
export type VerifiedEvent =
  /** `id` and `type` if they can be read. */
  { readonly status: 'verified'; readonly id?: string; readonly type?: string } | RefusedEvent;

/** Not from the gateway, or damaged. The reason is stored and shown to operators: no secrets. */
export interface RefusedEvent {
  readonly status: 'refused';
  readonly reason: string;
}

/** The result of parsing an event. */
export type ParsedEvent =
  | {
      readonly status: 'parsed';
      /** The gateway's own id of the event, at most 255 characters: an event already handled is skipped. */
      readonly id: string;
      /** The gateway's own event type, e.g. `payment_intent.succeeded`; for operators. */
      readonly type: string;
      /** What it reports, applied in this order and together. Empty or omitted: nothing that concerns the ledger. */
      readonly about?: readonly EventSubject[];
    }
  | RefusedEvent
  /** Authentic, but not relevant here. */
  | { readonly status: 'ignored'; readonly id?: string; readonly type?: string };

interface OfPayment {
  /** The gateway's id of the session, or of the payment's charge. */
  readonly externalId: string;
}

/** What became of one object at the gateway, in the form of a response. It is processed exactly like a late response. */
export type EventSubject =
  | SessionSubject
  | CaptureSubject
  | RefundSubject
  | CancellationSubject
  | DisputeSubject
  | SetupSubject
  | DetachmentSubject;

/** A session was authorized or declined, or is pending. A decline that the shopper can still fix leaves it open. */
export interface SessionSubject extends OfPayment {
  readonly about: 'session';
  /** What the gateway authorized or captured; if it differs from the session's amount, it is left for manual review. */
  readonly amount: ProviderMoney;
  readonly outcome: Succeeded<Authorization> | Declined;
}

/** Money was captured, by Tandem or elsewhere. */
export interface CaptureSubject extends OfPayment {
  readonly about: 'capture';
  /** The total captured of the payment so far, so that applying it twice changes nothing. */
  readonly captured: ProviderMoney;
  /** The gateway's id of the capture. */
  readonly reference: string;
  /**
   * The key of the operation that made the last capture; null for one made elsewhere. Omitted where the gateway does
   * not report it: then the capture in flight of that amount is meant.
   */
  readonly operationKey?: string | null;
}

/** Money was refunded, by Tandem or elsewhere, or a refund was returned. */
export interface RefundSubject extends OfPayment {
  readonly about: 'refund';
  /** The gateway's id of the refund. */
  readonly reference: string;
  /** The key of the operation that requested it; null for one made elsewhere. */
  readonly operationKey: string | null;
  readonly amount: ProviderMoney;
  /** `failed`, even long after it had succeeded: its amount belongs to the payment again. */
  readonly state: 'pending' | 'succeeded' | 'failed';
}

/** The authorization was released: no shopper can pay the session, and nothing can be captured. */
export interface CancellationSubject extends OfPayment {
  readonly about: 'cancellation';
}

/**
 * A shopper disputes a charge at their bank. Each state is reported once, when it occurs:
 * - `opened`: no money has moved yet. Where a gateway withdraws the amount at once, `withdrawn` follows.
 * - `withdrawn`: the bank withdrew the amount. `reinstated`: it returned it.
 * - `won`, `lost`: the bank's decision; it moves no money by itself.
 */
export interface DisputeSubject extends OfPayment {
  readonly about: 'dispute';
  /** The gateway's id of the dispute. */
  readonly reference: string;
  readonly state: 'opened' | 'withdrawn' | 'reinstated' | 'won' | 'lost';
  readonly amount: ProviderMoney;
  /** The bank's reason, in the gateway's code: `fraudulent`, `product_not_received`, … */
  readonly reason?: string;
  /** Deadline for submitting evidence; ISO 8601 in UTC. */
  readonly dueBy?: string;
}

/** An attempt to save a card succeeded or failed. */
export interface SetupSubject {
  readonly about: 'setup';
  /** The gateway's id of the setup session. */
  readonly externalId: string;
  readonly outcome: Succeeded<Saving> | Declined;
}

/** The gateway no longer stores a card. */
export interface DetachmentSubject {
  readonly about: 'detachment';
  readonly profileId: string;
}

export interface ReadPaymentRequest {
  readonly payment: ProviderPayment;
  readonly settings: ProviderSettings;
}

/** A payment according to the gateway's own record. */
export interface PaymentAtGateway {
  readonly state: 'authorized' | 'captured' | 'canceled';
  /** The total ever authorized. */
  readonly authorized: ProviderMoney;
  readonly captured: ProviderMoney;
  /** Refunded or in flight; failed refunds do not count. */
  readonly refunded: ProviderMoney;
  /** Released: by a cancellation, or with the capture where it captures `once`. Omitted: the gateway does not report it. */
  readonly canceled?: ProviderMoney;
}
