import { readUlid, spellUlid } from '@tandem/ids';

/** Medusa's prefixes of the things both APIs share. */
export const PREFIX = {
  cart: 'cart',
  order: 'order',
  collection: 'pay_col',
  session: 'payses',
  payment: 'pay',
  capture: 'capt',
  refund: 'ref',
  refundReason: 'refr',
  region: 'reg',
  customer: 'cus',
  user: 'user',
  identity: 'authid',
  invite: 'invite',
  cartItem: 'cali',
  orderItem: 'ordli',
} as const;

export function medusaId(kind: keyof typeof PREFIX, uuid: string): string {
  return spellUlid(PREFIX[kind], uuid);
}

/** Null for a wrong prefix or form: such an id is not found. */
export function uuidOf(kind: keyof typeof PREFIX, id: string): string | null {
  return readUlid(PREFIX[kind], id);
}

/** Those of the ids that are of the kind; another is that of nothing. */
export function uuidsOf(kind: keyof typeof PREFIX, ids: readonly string[] | undefined): string[] | undefined {
  return ids?.map((id) => uuidOf(kind, id)).filter((uuid) => uuid !== null);
}
