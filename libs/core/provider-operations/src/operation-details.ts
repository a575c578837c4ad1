import type {
  ProviderAccountHolder,
  ProviderData,
  ProviderOrder,
  ProviderPayment,
  ProviderSession,
} from '@tandem/provider-kit';

/** What every operation stores about its call. */
interface CallDetails {
  /**
   * The payment method (UUID) whose settings the call uses; the settings contain secrets and are not stored here. Null in
   * operations recorded before this field existed.
   */
  readonly methodId: string | null;
}

/** The staff member or key that requested it. */
export interface RequestedBy {
  /** The admin or secret key (UUID); null: not requested by staff. */
  readonly createdBy: string | null;
  /** True: `createdBy` is a secret key's id. */
  readonly isByKey: boolean;
}

/** The saved card that pays a session, and its owner, with the gateway's ids. */
export interface CardAtGateway {
  /** The gateway's id of the card; left out if the shopper enters one. */
  readonly savedProfileId?: string;
  /** Only if the gateway has account holders. */
  readonly accountHolder?: ProviderAccountHolder;
}

interface CreateSessionDetails extends CallDetails, CardAtGateway {
  /** `automatic`: captured together with the authorization. */
  readonly capture: 'automatic' | 'manual';
  /** The caller's data for the provider. */
  readonly data: ProviderData;
  readonly customerId: string | null;
  /** If set, the gateway saves the card, for payments with (`on_session`) or without (`off_session`) the shopper. */
  readonly saveMethod?: 'on_session' | 'off_session';
  /** The order, for the gateway's dashboard. */
  readonly order?: ProviderOrder;
}

interface UpdateSessionDetails extends CallDetails, CardAtGateway {
  /** The session before the change. */
  readonly session: ProviderSession;
  /** The caller's changes. */
  readonly data: ProviderData;
  /** Whether the amount is the full outstanding amount; left out in operations recorded before this field existed. */
  readonly coversAll?: boolean;
  /** The saved card (UUID); null: the session has none any more; left out: unchanged. */
  readonly cardId?: string | null;
  /** The new payer and what the session shows of them; left out: unchanged. */
  readonly payer?: { readonly customerId: string | null; readonly context: object };
  readonly order?: ProviderOrder;
}

interface CancelSessionDetails extends CallDetails {
  readonly session: ProviderSession;
}

interface AuthorizeDetails extends CallDetails, RequestedBy {
  readonly session: ProviderSession;
  readonly capture: 'automatic' | 'manual';
  /** `merchant`: staff charge a saved card and no shopper can authenticate. */
  readonly initiatedBy: 'shopper' | 'merchant';
  readonly customerId: string | null;
  /** The saved card that pays (UUID). */
  readonly cardId: string | null;
  /** True: the call carried data that is not stored, so it cannot be sent again without the shopper. */
  readonly shopperData: boolean;
}

interface CancelDetails extends CallDetails, RequestedBy {
  readonly payment: ProviderPayment;
}

interface CaptureDetails extends CallDetails, RequestedBy {
  readonly payment: ProviderPayment;
}

interface RefundDetails extends CallDetails, RequestedBy {
  readonly payment: ProviderPayment;
  readonly note: string | null;
  /** UUID. */
  readonly refundReasonId: string | null;
  /** False: the order was not placed when the refund began, so the amount must be paid again. Left out: recorded before this field existed. */
  readonly orderWasPlaced?: boolean;
}

/**
 * What an operation stores, by verb: everything needed to send the call again, except data that only the shopper's page has. No
 * card data and no secrets of the store; a session's data is that shown to its page, including the client secret.
 */
export interface OperationDetails {
  create_session: CreateSessionDetails;
  update_session: UpdateSessionDetails;
  cancel_session: CancelSessionDetails;
  authorize: AuthorizeDetails;
  capture: CaptureDetails;
  refund: RefundDetails;
  cancel: CancelDetails;
}
