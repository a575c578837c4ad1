import { readUlid, formatUlid } from '@tandem/ids';

/** Medusa's id prefixes, for the entities of both APIs. */
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
  accountHolder: 'acchld',
  user: 'user',
  identity: 'authid',
  invite: 'invite',
  cartItem: 'cali',
  orderItem: 'ordli',
  apiKey: 'apk',
  orderItemDetail: 'orditem',
  variant: 'variant',
  product: 'prod',
  cartAddress: 'caaddr',
  orderAddress: 'ordaddr',
  cartCredit: 'cacl',
  orderCredit: 'ordcl',
  salesChannel: 'sc',
} as const;

export function medusaId(kind: keyof typeof PREFIX, uuid: string): string {
  return formatUlid(PREFIX[kind], uuid);
}

/** Null for a wrong prefix or a malformed id, which answers as not found. */
export function uuidOf(kind: keyof typeof PREFIX, id: string): string | null {
  return readUlid(PREFIX[kind], id);
}

/** Drops malformed ids, which match nothing; undefined, no filter, stays undefined. */
export function uuidsOf(kind: keyof typeof PREFIX, ids: readonly string[] | undefined): string[] | undefined {
  return ids?.flatMap((id) => uuidOf(kind, id) ?? []);
}

/** The admin or secret key that did something. */
export function apiKeyOrUserId(id: string, isKey: boolean): string {
  return medusaId(isKey ? 'apiKey' : 'user', id);
}
