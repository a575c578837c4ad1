/** Which orders of the store a caller may reach; what is out of reach is not found. */
export interface Reach {
  /** Admins and secret keys: every order of their store. */
  readonly all: boolean;
  /** A customer's own orders. */
  readonly customerId: string | null;
  /** The one order an order token proves. */
  readonly orderId: string | null;
  /** Medusa's rule: whoever knows a guest's cart id may use it, as far as that order lets them (IdAccess in orders). */
  readonly guestCarts: boolean;
}

/** Who asks, as the guards found it. */
export interface Caller {
  readonly kind:
    | 'nobody'
    | 'shopper'
    | 'guest'
    | 'customer'
    | 'admin'
    | 'secret_key'
    | 'gateway'
    | 'new_customer'
    | 'new_user';
  /** The customer's, admin's, secret key's or registration's id (UUID). */
  readonly id: string | null;
  readonly reach: Reach;
  /** The order whose token came along, whoever asks: a customer who logs in brings their guest cart's. */
  readonly heldOrderId: string | null;
  /** Owner of an idempotency key. Null for a publishable key alone: it is nobody. */
  readonly principal: string | null;
  /** Since when the password has been what it was as they logged in; null where it was never changed. */
  readonly passwordChangedAt: Date | null;
  /** The login that the token or cookie came of (UUID); null for anyone who is not logged in. */
  readonly loginId: string | null;
  /** What a secret key may do in the admin APIs; an admin may do all of it; nobody else has any. */
  readonly scopes: readonly string[];
}

/** What a caller's token or cookie says of the login it came of. */
export type CallerLogin = Pick<Caller, 'passwordChangedAt' | 'loginId'>;

const NONE: Reach = { all: false, customerId: null, orderId: null, guestCarts: false };

/** Every order of the store: for what an act has checked already. */
export const EVERY_ORDER: Reach = { ...NONE, all: true };

const NO_LOGIN = { heldOrderId: null, passwordChangedAt: null, loginId: null, scopes: [] };

// Stands for every scope.
const ALL_SCOPES = ['write_all'];

/** A publishable key and nothing else (Spree): reaches no order. */
export const nobody: Caller = { kind: 'nobody', id: null, reach: NONE, principal: null, ...NO_LOGIN };

/**
 * A publishable key in Medusa's dialect, with the guest cart the request names, if any, as its principal. With that order's
 * token it is another principal: who has the id alone is shown less.
 */
export function shopper(cartId: string | null, heldOrderId: string | null = null): Caller {
  const owner = heldOrderId !== null && heldOrderId === cartId ? 'token' : 'order';
  return {
    kind: 'shopper',
    id: null,
    reach: { ...NONE, guestCarts: true, orderId: heldOrderId },
    principal: cartId === null ? null : `${owner}:${cartId}`,
    ...NO_LOGIN,
    heldOrderId,
  };
}

/** Whoever holds the order token of a guest's order. */
export function guest(orderId: string): Caller {
  return {
    kind: 'guest',
    id: null,
    reach: { ...NONE, orderId },
    principal: `order:${orderId}`,
    ...NO_LOGIN,
    heldOrderId: orderId,
  };
}

/** A logged-in customer; in Medusa's dialect also of guest carts, which need only their id, and of the order whose token they hold. */
export function customer(
  customerId: string,
  {
    guestCarts = false,
    heldOrderId = null,
    passwordChangedAt = null,
    loginId = null,
  }: Partial<CallerLogin> & { guestCarts?: boolean; heldOrderId?: string | null } = {},
): Caller {
  return {
    kind: 'customer',
    id: customerId,
    reach: { ...NONE, customerId, guestCarts, orderId: guestCarts ? heldOrderId : null },
    principal: `customer:${customerId}`,
    heldOrderId,
    passwordChangedAt,
    loginId,
    scopes: [],
  };
}

export function admin(
  adminId: string,
  { passwordChangedAt = null, loginId = null }: Partial<CallerLogin> = {},
): Caller {
  return {
    kind: 'admin',
    id: adminId,
    reach: { ...NONE, all: true },
    principal: `admin:${adminId}`,
    heldOrderId: null,
    passwordChangedAt,
    loginId,
    scopes: ALL_SCOPES,
  };
}

/** Whoever has registered and has no account yet: reaches nothing, and may open that one account. */
export function registrant(
  actor: 'customer' | 'user',
  registrationId: string,
  loginId: string | null = null,
): Caller {
  return {
    kind: `new_${actor}`,
    id: registrationId,
    reach: NONE,
    principal: `registration:${registrationId}`,
    ...NO_LOGIN,
    loginId,
  };
}

export function secretKey(keyId: string, scopes: readonly string[]): Caller {
  return {
    kind: 'secret_key',
    id: keyId,
    reach: { ...NONE, all: true },
    principal: `key:${keyId}`,
    ...NO_LOGIN,
    scopes,
  };
}

/** A gateway that speaks unasked, of whatever was paid through it: nobody of the store's, and reaches what it names. */
export const gateway: Caller = {
  kind: 'gateway',
  id: null,
  reach: { ...NONE, all: true },
  principal: null,
  ...NO_LOGIN,
};

/** The values of a statement's `scopeFilter` (orders), in its order. */
export function reachValues(reach: Reach): [boolean, string | null, string | null, boolean] {
  return [reach.all, reach.orderId, reach.customerId, reach.guestCarts];
}
