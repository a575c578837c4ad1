/** Which orders of the store a caller may reach; what is out of reach is not found. */
export interface Reach {
  /** Admins and secret keys: every order of their store. */
  readonly all: boolean;
  /** A customer's own orders. */
  readonly customerId: string | null;
  /** The one order an order token proves. */
  readonly orderId: string | null;
  /** Medusa's rule: whoever knows a guest cart's id may use it. */
  readonly guestCarts: boolean;
}

/** Who asks, as the guards found it. */
export interface Caller {
  readonly kind: 'nobody' | 'shopper' | 'guest' | 'customer' | 'admin' | 'secret_key';
  /** The customer's, admin's or secret key's id (UUID). */
  readonly id: string | null;
  readonly reach: Reach;
  /** The order whose token came along, whoever asks: a customer who logs in brings their guest cart's. */
  readonly heldOrderId: string | null;
  /** Owner of an idempotency key. Null for a publishable key alone: it is nobody. */
  readonly principal: string | null;
}

const NONE: Reach = { all: false, customerId: null, orderId: null, guestCarts: false };

/** A publishable key and nothing else (Spree): reaches no order. */
export const nobody: Caller = { kind: 'nobody', id: null, reach: NONE, heldOrderId: null, principal: null };

/** A publishable key in Medusa's dialect, with the guest cart the request names, if any, as its principal. */
export function shopper(cartId: string | null): Caller {
  return {
    kind: 'shopper',
    id: null,
    reach: { ...NONE, guestCarts: true },
    heldOrderId: null,
    principal: cartId === null ? null : `order:${cartId}`,
  };
}

/** Whoever holds the order token of a guest's order. */
export function guest(orderId: string): Caller {
  return {
    kind: 'guest',
    id: null,
    reach: { ...NONE, orderId },
    heldOrderId: orderId,
    principal: `order:${orderId}`,
  };
}

/** A logged-in customer; in Medusa's dialect also of guest carts, which need only their id. */
export function customer(
  customerId: string,
  { guestCarts = false, heldOrderId = null }: { guestCarts?: boolean; heldOrderId?: string | null } = {},
): Caller {
  return {
    kind: 'customer',
    id: customerId,
    reach: { ...NONE, customerId, guestCarts },
    heldOrderId,
    principal: `customer:${customerId}`,
  };
}

export function admin(adminId: string): Caller {
  return {
    kind: 'admin',
    id: adminId,
    reach: { ...NONE, all: true },
    heldOrderId: null,
    principal: `admin:${adminId}`,
  };
}

export function secretKey(keyId: string): Caller {
  return {
    kind: 'secret_key',
    id: keyId,
    reach: { ...NONE, all: true },
    heldOrderId: null,
    principal: `key:${keyId}`,
  };
}

/** The values of a statement's `($n OR o.id = $n+1 OR o.customer_id = $n+2 OR ($n+3 AND o.customer_id IS NULL))`. */
export function reachValues(reach: Reach): [boolean, string | null, string | null, boolean] {
  return [reach.all, reach.orderId, reach.customerId, reach.guestCarts];
}
