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
  return spellUlid(PREFIX[kind], uuid);
}

/** Null for a wrong prefix or form: such an id is not found. */
export function uuidOf(kind: keyof typeof PREFIX, id: string): string | null {
  return readUlid(PREFIX[kind], id);
}

/** Of several ids those that can be found; of none given, none are asked for. */
export function uuidsOf(kind: keyof typeof PREFIX, ids: readonly string[] | undefined): string[] | undefined {
  return ids?.flatMap((id) => uuidOf(kind, id) ?? []);
}

/** Who did something in the back office: an admin, or a secret key. */
export function whoever(id: string, isKey: boolean): string {
  return medusaId(isKey ? 'apiKey' : 'user', id);
}
