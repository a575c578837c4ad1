import { contextOf } from '@tandem/http';
import { propertiesOf } from '@tandem/objects';
import type { Request } from 'express';

/** How many attempts are allowed per minute. */
export interface AttemptRule {
  /** Per client address, over all stores. */
  readonly perAddress: number;
  /** Per account, over all addresses and stores; null if the request names no account. */
  readonly perAccount: number | null;
  /** The account of the request, or null. */
  accountOf(request: Request): string | null;
  /** Whether the request counts as an attempt. */
  isAttempt(request: Request): boolean;
  /** An attempt to guess a secret: refused while it cannot be counted. */
  readonly guardsSecret: boolean;
}

const EVERY_REQUEST = { perAccount: null, accountOf: () => null, isAttempt: () => true, guardsSecret: false };

// An account is used from few addresses; more attempts mean guessing from many addresses.
const PER_ACCOUNT = 10;

const OF_EMAIL = { ...EVERY_REQUEST, perAccount: PER_ACCOUNT, accountOf: emailIn, guardsSecret: true };
const OF_CALLER = { ...EVERY_REQUEST, perAccount: PER_ACCOUNT, accountOf: callerOf, guardsSecret: true };

/** Login, registration and refresh use Spree's limits. A gateway sends the events of all its stores from few addresses. */
export const ATTEMPTS = {
  login: { ...OF_EMAIL, perAddress: 5 },
  register: { ...OF_EMAIL, perAddress: 3 },
  refresh: { ...EVERY_REQUEST, perAddress: 10, guardsSecret: true },
  current_password: { ...OF_CALLER, perAddress: 5, isAttempt: hasCurrentPassword },
  // Per customer or guest cart. A storefront's server may apply the cards of all its shoppers.
  gift_card: { ...OF_CALLER, perAddress: 30 },
  hook: { ...EVERY_REQUEST, perAddress: 1000 },
  method_hook: { ...EVERY_REQUEST, perAddress: 120 },
} as const satisfies Readonly<Record<string, AttemptRule>>;

export type Attempt = keyof typeof ATTEMPTS;

function emailIn(request: Request): string | null {
  const { email } = propertiesOf(request.body);
  return typeof email === 'string' ? email.trim().toLowerCase() : null;
}

function callerOf(request: Request): string | null {
  const { caller } = contextOf(request);
  const { cart_id } = request.params;
  return caller.id ?? (typeof cart_id === 'string' ? cart_id : null);
}

function hasCurrentPassword(request: Request): boolean {
  return propertiesOf(request.body)['current_password'] !== undefined;
}
