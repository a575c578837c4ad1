import type { Account } from './account';
import { checkLimits } from './limits';
import { idOf, invalid, now, type Charge, type Intent, type Method } from './objects';
import { captureMethodIn, chargeableIn, currencyIn, metadataOf, text, type Params } from './params';

const WEEK = 7 * 24 * 60 * 60;

/** A new intent, unpaid. */
export function intentFrom(account: Account, params: Params): Intent {
  const currency = currencyIn(params);
  const amount = chargeableIn(params, currency);
  checkLimits('intent', params);
  const id = idOf('pi');
  const payment_method = account.methodIn(params)?.id ?? null;
  return {
    id,
    object: 'payment_intent',
    created: now(),
    livemode: false,
    amount,
    amount_capturable: 0,
    amount_received: 0,
    currency,
    capture_method: captureMethodIn(params),
    client_secret: `${id}_secret_${idOf('x').slice(2)}`,
    customer: account.customerIn(params),
    payment_method,
    metadata: metadataOf(params),
    status: payment_method === null ? 'requires_payment_method' : 'requires_confirmation',
    latest_charge: null,
    last_payment_error: null,
    next_action: null,
    canceled_at: null,
    cancellation_reason: null,
    setup_future_usage: text(params['setup_future_usage']),
    description: text(params['description']),
    receipt_email: text(params['receipt_email']),
    shipping: params['shipping'] ?? null,
    statement_descriptor_suffix: text(params['statement_descriptor_suffix']),
    allowed_payment_method_types: params['allowed_payment_method_types'] ?? null,
    automatic_payment_methods: automaticIn(params),
  };
}

/** Every payment method enabled in the Dashboard, including those that redirect, unless redirects are forbidden. */
function automaticIn(params: Params): Intent['automatic_payment_methods'] {
  const { enabled, allow_redirects = 'always' } = (params['automatic_payment_methods'] ?? {}) as Params;
  return enabled === 'true' ? { enabled: true, allow_redirects: String(allow_redirects) } : null;
}

/** A server's confirmation needs a return_url unless redirects are forbidden. https://docs.stripe.com/api/payment_intents/confirm */
export function checkReturn({ automatic_payment_methods: automatic }: Intent, params: Params): void {
  if (!automatic || automatic.allow_redirects === 'never' || text(params['return_url']) !== null) return;
  throw invalid(
    'This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`.',
    { param: 'return_url' },
  );
}

/** A charge of the whole amount, authorized or captured. */
export function chargeFrom(intent: Intent, method: Method): Charge {
  const isManual = intent.capture_method === 'manual';
  return {
    id: idOf('ch'),
    object: 'charge',
    created: now(),
    amount: intent.amount,
    amount_captured: isManual ? 0 : intent.amount,
    amount_refunded: 0,
    captured: !isManual,
    refunded: false,
    disputed: false,
    currency: intent.currency,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: detailsOf(method, isManual),
    billing_details: method.billing_details,
    status: 'succeeded',
  };
}

function detailsOf(method: Method, isAuthorizedOnly: boolean): Charge['payment_method_details'] {
  const { type } = method;
  const details = { ...(method[type] as object), ...(isAuthorizedOnly && { capture_before: now() + WEEK }) };
  return { type, [type]: details };
}

/** As Stripe returns it: charge and payment method as ids, or as objects if expanded. */
export function showIntent({ charges, methods }: Account, intent: Intent, { expand = [] }: Params): unknown {
  const requested: readonly unknown[] = Array.isArray(expand) ? expand : [];
  const whole = { latest_charge: charges, payment_method: methods } as const;
  const shown = (['latest_charge', 'payment_method'] as const).filter((name) => requested.includes(name));
  return {
    ...intent,
    ...Object.fromEntries(shown.map((name) => [name, whole[name].get(intent[name] ?? '') ?? null])),
  };
}
