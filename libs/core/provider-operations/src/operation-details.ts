import type {
  ProviderAccountHolder,
  ProviderData,
  ProviderOrder,
  ProviderPayment,
  ProviderSession,
} from '@tandem/provider-kit';

/** What every operation stores of its call. */
interface CallDetails {
  /**
   * The payment method (UUID), whose settings the call is made with. They are not stored here: they hold secrets. Null in
   * operations that are older than this field.
   */
  readonly methodId: string | null;
}

/** Which of the store's staff asked for it. */
export interface RequestedBy {
  /** The admin or secret key (UUID); null: nobody of the store's staff. */
  readonly createdBy: string | null;
  /** True: it is a key's id. */
  readonly isByKey: boolean;
}

/** The saved card that a session is to be paid with, as the gateway knows it and its customer. */
export interface CardAtGateway {
  /** The gateway's id of the card; left out where the shopper enters one. */
  readonly savedProfileId?: string;
  /** Where the gateway has account holders. */
  readonly accountHolder?: ProviderAccountHolder;
}

interface CreateSessionDetails extends CallDetails, CardAtGateway {
  /** Whether the money is taken with the authorization. */
  readonly capture: 'automatic' | 'manual';
  /** The caller's. */
  readonly data: ProviderData;
  readonly customerId: string | null;
  /** Whether the gateway is to store the card that pays, and what for. */
  readonly saveMethod?: 'on_session' | 'off_session';
  /** What is paid for, for the gateway's dashboard. */
  readonly order?: ProviderOrder;
}

interface UpdateSessionDetails extends CallDetails, CardAtGateway {
  /** The session before the change. */
  readonly session: ProviderSession;
  /** The caller's changes. */
  readonly data: ProviderData;
  /** The session's amount is all there is to pay; left out where the operation is older than this field. */
  readonly coversAll?: boolean;
  /** The saved card (UUID): null where the session names none any more, left out where it stays. */
  readonly cardId?: string | null;
  /** Who pays the session once it is changed, and what is shown of them; left out where that stays. */
  readonly payer?: { readonly customerId: string | null; readonly context: object };
  readonly order?: ProviderOrder;
}

interface CancelSessionDetails extends CallDetails {
  readonly session: ProviderSession;
}

interface AuthorizeDetails extends CallDetails, RequestedBy {
  readonly session: ProviderSession;
  readonly capture: 'automatic' | 'manual';
  /** `merchant`: staff charge a saved card, and nobody can confirm anything. */
  readonly initiatedBy: 'shopper' | 'merchant';
  readonly customerId: string | null;
  /** The saved card that pays (UUID). */
  readonly cardId: string | null;
  /** True: data came with it that was passed on and not stored, so it cannot be sent again without the shopper. */
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
  /** False where its order was not placed when it began, so that its amount is to be paid again; left out: older than this field. */
  readonly orderWasPlaced?: boolean;
}

/**
 * What an operation stores, by its verb: all that is needed to send the call again, but for what only the shopper's page has. No
 * card data and none of the store's secrets; a session's data has what its page was shown, its client secret too.
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
