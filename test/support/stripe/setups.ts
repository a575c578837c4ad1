import { behaviourOf, declineOf } from './cards';
import type { Account } from './account';
import { idOf, missing, now, wrong, type Setup } from './objects';
import { metadataOf, type Params } from './params';

export function createSetup(account: Account, params: Params): Setup {
  const id = idOf('seti');
  const setup: Setup = {
    id,
    object: 'setup_intent',
    created: now(),
    status: 'requires_payment_method',
    client_secret: `${id}_secret_${idOf('x').slice(2)}`,
    customer: account.customerIn(params),
    payment_method: null,
    metadata: metadataOf(params),
    usage: params['usage'],
    last_setup_error: null,
    next_action: null,
  };
  account.setups.set(id, setup);
  return setup;
}

/** As Stripe returns it: the payment method as an id, or as an object if expanded. */
export function showSetup(account: Account, id: string, { expand = [] }: Params): unknown {
  const setup = setupOf(account, id);
  const isExpanded = Array.isArray(expand) && expand.includes('payment_method');
  return isExpanded
    ? { ...setup, payment_method: account.methods.get(setup.payment_method ?? '') ?? null }
    : setup;
}

/** Saves a card, as the shopper's page does. */
export function confirmSetup(account: Account, id: string, params: Params): Setup {
  const setup = setupOf(account, id);
  const method = account.methodIn(params);
  if (!method) throw wrong('You cannot confirm this SetupIntent because it’s missing a payment method.');
  setup.payment_method = method.id;
  switch (behaviourOf(method)) {
    case 'challenge':
      setup.status = 'requires_action';
      setup.next_action = { type: 'use_stripe_sdk', use_stripe_sdk: {} };
      return setup;
    case 'decline':
    case 'expired': {
      const refusal = declineOf(method, setup, 'setup_intent');
      setup.status = 'requires_payment_method';
      setup.payment_method = null;
      setup.last_setup_error = { ...refusal.error, setup_intent: undefined };
      account.reported('setup_intent.setup_failed', setup);
      throw refusal;
    }
    default:
      return succeed(account, setup);
  }
}

/** Completes the bank's challenge (3-D Secure). */
export function resolveSetup(account: Account, id: string): Setup {
  return succeed(account, setupOf(account, id));
}

function succeed(account: Account, setup: Setup): Setup {
  setup.status = 'succeeded';
  setup.next_action = null;
  const method = account.methods.get(setup.payment_method ?? '');
  if (method) method.customer = setup.customer;
  account.reported('setup_intent.succeeded', setup);
  return setup;
}

function setupOf({ setups }: Account, id: string): Setup {
  const setup = setups.get(id);
  if (!setup) throw missing('setupintent', id);
  return setup;
}
