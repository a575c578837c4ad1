/** Which of the store's orders a caller may use; any other order answers "not found". */
export interface AccessScope {
  /** Admins and secret keys: every order of the store. */
  readonly all: boolean;
  /** A customer's own orders. */
  readonly customerId: string | null;
  /** The one order that an order token grants. */
  readonly orderId: string | null;
  /** Medusa's rule: the id of a guest's cart is enough to use it, within the limits of IdAccess (orders). */
  readonly guestCarts: boolean;
}

/** The authenticated (or anonymous) caller, set by the guards. */
export interface Caller {
  readonly kind:
    | 'anonymous'
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
  readonly scope: AccessScope;
  /** The order whose token the request carries, for any kind of caller: a customer who logs in brings the guest cart's token. */
  readonly tokenOrderId: string | null;
  /** Owner of an idempotency key. Null for a publishable key alone, which identifies no one. */
  readonly principal: string | null;
  /** When the password was last changed, as of this login; null if it never was. */
  readonly passwordChangedAt: Date | null;
  /** The login that issued the token or cookie (UUID); null when not logged in. */
  readonly loginId: string | null;
  /** What a secret key may do in the admin APIs. An admin has every scope; other callers have none. */
  readonly scopes: readonly string[];
}

/** What a token or cookie records about its login. */
export type CallerLogin = Pick<Caller, 'passwordChangedAt' | 'loginId'>;

const NONE: AccessScope = { all: false, customerId: null, orderId: null, guestCarts: false };

/** Every order of the store: for callers that were authorized already. */
export const EVERY_ORDER: AccessScope = { ...NONE, all: true };

const NO_LOGIN = { tokenOrderId: null, passwordChangedAt: null, loginId: null, scopes: [] };

// Includes every scope.
const ALL_SCOPES = ['write_all'];

/** A publishable key alone (Spree): no access to any order. */
export const anonymous: Caller = { kind: 'anonymous', id: null, scope: NONE, principal: null, ...NO_LOGIN };

/**
 * A publishable key in Medusa's dialect. Its principal is the guest cart that the request names, if any. With that cart's token
 * the principal differs, because a caller with only the id sees less.
 */
export function shopper(cartId: string | null, tokenOrderId: string | null = null): Caller {
  const owner = tokenOrderId !== null && tokenOrderId === cartId ? 'token' : 'order';
  return {
    kind: 'shopper',
    id: null,
    scope: { ...NONE, guestCarts: true, orderId: tokenOrderId },
    principal: cartId === null ? null : `${owner}:${cartId}`,
    ...NO_LOGIN,
    tokenOrderId,
  };
}

/** The bearer of a guest order's token. */
export function guest(orderId: string): Caller {
  return {
    kind: 'guest',
    id: null,
    scope: { ...NONE, orderId },
    principal: `order:${orderId}`,
    ...NO_LOGIN,
    tokenOrderId: orderId,
  };
}

/**
 * A logged-in customer. In Medusa's dialect also has access to guest carts by id, and to the order whose token the request
 * carries.
 */
export function customer(
  customerId: string,
  {
    guestCarts = false,
    tokenOrderId = null,
    passwordChangedAt = null,
    loginId = null,
  }: Partial<CallerLogin> & { guestCarts?: boolean; tokenOrderId?: string | null } = {},
): Caller {
  return {
    kind: 'customer',
    id: customerId,
    scope: { ...NONE, customerId, guestCarts, orderId: guestCarts ? tokenOrderId : null },
    principal: `customer:${customerId}`,
    tokenOrderId,
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
    scope: { ...NONE, all: true },
    principal: `admin:${adminId}`,
    tokenOrderId: null,
    passwordChangedAt,
    loginId,
    scopes: ALL_SCOPES,
  };
}

/** Registered, but without an account yet: has access to no order, and may create that one account. */
export function registrant(
  actor: 'customer' | 'user',
  registrationId: string,
  loginId: string | null = null,
): Caller {
  return {
    kind: `new_${actor}`,
    id: registrationId,
    scope: NONE,
    principal: `registration:${registrationId}`,
    ...NO_LOGIN,
    loginId,
  };
}

export function secretKey(keyId: string, scopes: readonly string[]): Caller {
  return {
    kind: 'secret_key',
    id: keyId,
    scope: { ...NONE, all: true },
    principal: `key:${keyId}`,
    ...NO_LOGIN,
    scopes,
  };
}

/** A gateway sending webhook events. Not tied to a customer or a store's staff; may act on any order its event names. */
export const gateway: Caller = {
  kind: 'gateway',
  id: null,
  scope: { ...NONE, all: true },
  principal: null,
  ...NO_LOGIN,
};

/** The parameters of the `scopeFilter` SQL (orders), in order. */
export function accessScopeValues(scope: AccessScope): [boolean, string | null, string | null, boolean] {
  return [scope.all, scope.orderId, scope.customerId, scope.guestCarts];
}
