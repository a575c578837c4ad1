import { contextOf } from '@tandem/http';
import { propertiesOf } from '@tandem/objects';
import type { Request } from 'express';

/** How often something may be tried in a minute. */
export interface AttemptRule {
  /** By one client address, over all stores. */
  readonly perAddress: number;
  /** At one account, by all addresses and over all stores; null where no account is named. */
  readonly perAccount: number | null;
  /** Which account a request tries; null where it names none. */
  accountOf(request: Request): string | null;
  /** Whether a request tries anything at all. */
  isAttempt(request: Request): boolean;
  /** A try at a secret: while it cannot be counted, none is let through. */
  readonly guardsSecret: boolean;
}

const EVERY_REQUEST = { perAccount: null, accountOf: () => null, isAttempt: () => true, guardsSecret: false };

// One account is tried by few addresses of its own; more than this is somebody who guesses from many.
const PER_ACCOUNT = 10;

const OF_EMAIL = { ...EVERY_REQUEST, perAccount: PER_ACCOUNT, accountOf: emailIn, guardsSecret: true };
const OF_CALLER = { ...EVERY_REQUEST, perAccount: PER_ACCOUNT, accountOf: callerOf, guardsSecret: true };

/** Log-in, registration and refresh have Spree's numbers; a gateway sends the events of all its shops from few addresses. */
export const ATTEMPTS = {
  login: { ...OF_EMAIL, perAddress: 5 },
  register: { ...OF_EMAIL, perAddress: 3 },
  refresh: { ...EVERY_REQUEST, perAddress: 10, guardsSecret: true },
  current_password: { ...OF_CALLER, perAddress: 5, isAttempt: showsPassword },
  // Of a customer, or of a guest's cart. A storefront's own server may apply the cards of all its shoppers.
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

function showsPassword(request: Request): boolean {
  return propertiesOf(request.body)['current_password'] !== undefined;
}
