import { behaviourOf, declineOf, isCardName, methodFrom } from './cards';
import type * as objects from './objects';
import { idOf, missing, now, StripeRefusal, wrong } from './objects';

type Params = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const metadataOf = (params: Params): Record<string, string> => ({
  ...(params['metadata'] as object | undefined),
});

const CAPTURE_METHODS = ['automatic', 'automatic_async', 'manual'] as const;
const UNPAID = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

/** One account at the gateway: its objects and what may become of them, after Stripe's documents. */
export class Account {
  readonly intents = new Map<string, objects.Intent>();
  readonly charges = new Map<string, objects.Charge>();
  readonly refunds = new Map<string, objects.Refund>();
  readonly customers = new Map<string, objects.Customer>();
  readonly methods = new Map<string, objects.Method>();
  readonly setups = new Map<string, objects.Setup>();

  /** `tell` hears of every event as Stripe would send it. */
  constructor(private readonly tell: (type: string, object: objects.StripeObject) => void) {}

  told(type: string, object: objects.StripeObject): void {
    this.tell(type, object);
  }

  createCustomer(params: Params): objects.Customer {
    const customer: objects.Customer = {
      id: idOf('cus'),
      object: 'customer',
      created: now(),
      email: text(params['email']),
      name: text(params['name']),
      metadata: metadataOf(params),
    };
    this.customers.set(customer.id, customer);
    return customer;
  }

  createIntent(params: Params): objects.Intent {
    const amount = amountIn(params['amount']);
    const currency = currencyIn(params);
    const id = idOf('pi');
    const intent: objects.Intent = {
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
      customer: this.customerIn(params),
      payment_method: this.methodIn(params)?.id ?? null,
      metadata: metadataOf(params),
      status: 'requires_payment_method',
      latest_charge: null,
      last_payment_error: null,
      next_action: null,
      canceled_at: null,
      cancellation_reason: null,
      setup_future_usage: text(params['setup_future_usage']),
    };
    if (intent.payment_method !== null) intent.status = 'requires_confirmation';
    this.intents.set(id, intent);
    this.tell('payment_intent.created', intent);
    if (params['confirm'] === 'true') this.confirm(id, params);
    return intent;
  }

  updateIntent(id: string, params: Params): objects.Intent {
    const intent = this.intent(id);
    if (!UNPAID.includes(intent.status)) {
      throw wrong(`This PaymentIntent could not be updated because it has a status of ${intent.status}.`, {
        code: 'payment_intent_unexpected_state',
        payment_intent: intent,
      });
    }
    if (params['amount'] !== undefined) intent.amount = amountIn(params['amount']);
    Object.assign(intent.metadata, metadataOf(params));
    return intent;
  }

  /** The shopper's page, or the server with a saved card, pays. */
  confirm(id: string, params: Params): objects.Intent {
    const intent = this.intent(id);
    if (!UNPAID.includes(intent.status)) throw this.unexpected(intent, 'confirmed');
    const method = this.methodIn(params) ?? this.methods.get(intent.payment_method ?? '');
    if (!method) throw wrong('You cannot confirm this PaymentIntent because it’s missing a payment method.');
    intent.payment_method = method.id;
    switch (behaviourOf(method)) {
      case 'succeed':
        return this.charge(intent);
      case 'process':
        intent.status = 'processing';
        this.tell('payment_intent.processing', intent);
        return intent;
      case 'challenge':
        if (params['off_session'] === 'true') {
          intent.status = 'requires_payment_method';
          throw new StripeRefusal(402, {
            type: 'card_error',
            code: 'authentication_required',
            message: 'Your card was declined. This transaction requires authentication.',
            payment_intent: intent,
          });
        }
        intent.status = 'requires_action';
        intent.next_action = { type: 'use_stripe_sdk', use_stripe_sdk: {} };
        this.tell('payment_intent.requires_action', intent);
        return intent;
      case 'decline':
      case 'expired': {
        const refusal = declineOf(method, intent);
        intent.status = 'requires_payment_method';
        intent.payment_method = null;
        intent.last_payment_error = { ...refusal.error, payment_intent: undefined };
        this.tell('payment_intent.payment_failed', intent);
        throw refusal;
      }
    }
  }

  /** The shopper's bank has answered the challenge, or a slow payment has come to its end. */
  resolve(id: string, succeeded: boolean): objects.Intent {
    const intent = this.intent(id);
    intent.next_action = null;
    if (succeeded) return this.charge(intent);
    intent.status = 'requires_payment_method';
    intent.last_payment_error = {
      type: 'card_error',
      code: 'payment_intent_authentication_failure',
      message: 'The provided payment method has failed authentication.',
    };
    this.tell('payment_intent.payment_failed', intent);
    return intent;
  }

  capture(id: string, params: Params): objects.Intent {
    const intent = this.intent(id);
    if (intent.status !== 'requires_capture') throw this.unexpected(intent, 'captured');
    const amount =
      params['amount_to_capture'] === undefined
        ? intent.amount_capturable
        : amountIn(params['amount_to_capture']);
    if (amount > intent.amount_capturable) {
      throw wrong(
        'The requested capture amount is greater than the amount you can capture for this charge.',
        {
          code: 'amount_too_large',
        },
      );
    }
    Object.assign(intent.metadata, metadataOf(params));
    const charge = this.chargeOf(intent);
    charge.captured = true;
    charge.amount_captured = amount;
    // One capture, unless multicapture was agreed on: the rest is let go.
    intent.amount_capturable = 0;
    intent.amount_received = amount;
    intent.status = 'succeeded';
    this.tell('charge.captured', charge);
    this.tell('payment_intent.succeeded', intent);
    return intent;
  }

  cancel(id: string, params: Params): objects.Intent {
    const intent = this.intent(id);
    if (![...UNPAID, 'requires_capture'].includes(intent.status)) throw this.unexpected(intent, 'canceled');
    intent.status = 'canceled';
    intent.amount_capturable = 0;
    intent.canceled_at = now();
    intent.cancellation_reason = text(params['cancellation_reason']);
    this.tell('payment_intent.canceled', intent);
    return intent;
  }

  refund(params: Params): objects.Refund {
    const intent = this.intent(text(params['payment_intent']) ?? '');
    const charge = this.chargeOf(intent);
    const left = charge.amount_captured - charge.amount_refunded;
    const amount = params['amount'] === undefined ? left : amountIn(params['amount']);
    if (amount > left) {
      throw wrong(
        left === 0
          ? `Charge ${charge.id} has already been refunded.`
          : `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
        { code: left === 0 ? 'charge_already_refunded' : undefined, param: 'amount' },
      );
    }
    charge.amount_refunded += amount;
    const refund: objects.Refund = {
      id: idOf('re'),
      object: 'refund',
      created: now(),
      amount,
      currency: charge.currency,
      charge: charge.id,
      payment_intent: intent.id,
      status: 'succeeded',
      metadata: metadataOf(params),
    };
    this.refunds.set(refund.id, refund);
    this.tell('refund.created', refund);
    this.tell('charge.refunded', charge);
    return refund;
  }

  /** The bank sends it back, days later: its amount is the charge's again. */
  failRefund(id: string): objects.Refund {
    const refund = this.refunds.get(id);
    if (!refund) throw missing('refund', id);
    refund.status = 'failed';
    const charge = this.charges.get(refund.charge);
    if (charge) charge.amount_refunded -= refund.amount;
    this.tell('refund.failed', refund);
    return refund;
  }

  intent(id: string): objects.Intent {
    const intent = this.intents.get(id);
    if (!intent) throw missing('payment_intent', id);
    return intent;
  }

  chargeOf(intent: objects.Intent): objects.Charge {
    const charge = this.charges.get(intent.latest_charge ?? '');
    if (!charge) throw wrong('This PaymentIntent does not have a successful charge to refund.');
    return charge;
  }

  /** One of the account's, or one of Stripe's test cards by its name. */
  methodIn(params: Params): objects.Method | null {
    const name = text(params['payment_method']);
    if (name === null) return null;
    const known = this.methods.get(name);
    if (known) return refuseUnlessUsable(known, text(params['customer']));
    if (!isCardName(name)) throw missing('PaymentMethod', name);
    const method = methodFrom(name);
    this.methods.set(method.id, method);
    return method;
  }

  customerIn(params: Params): string | null {
    const id = text(params['customer']);
    if (id !== null && !this.customers.has(id))
      throw wrong(`No such customer: '${id}'`, { code: 'resource_missing', param: 'customer' });
    return id;
  }

  private charge(intent: objects.Intent): objects.Intent {
    const isManual = intent.capture_method === 'manual';
    const charge: objects.Charge = {
      id: idOf('ch'),
      object: 'charge',
      created: now(),
      amount: intent.amount,
      amount_captured: isManual ? 0 : intent.amount,
      amount_refunded: 0,
      captured: !isManual,
      currency: intent.currency,
      payment_intent: intent.id,
      status: 'succeeded',
    };
    this.charges.set(charge.id, charge);
    intent.latest_charge = charge.id;
    intent.last_payment_error = null;
    intent.status = isManual ? 'requires_capture' : 'succeeded';
    if (isManual) intent.amount_capturable = intent.amount;
    else intent.amount_received = intent.amount;
    this.tell(isManual ? 'payment_intent.amount_capturable_updated' : 'payment_intent.succeeded', intent);
    return intent;
  }

  private unexpected(intent: objects.Intent, verb: string): StripeRefusal {
    return wrong(`This PaymentIntent could not be ${verb} because it has a status of ${intent.status}.`, {
      code: 'payment_intent_unexpected_state',
      payment_intent: intent,
    });
  }
}

/** A card that is kept for a customer pays for them alone, and one that was detached for nobody. */
function refuseUnlessUsable(method: objects.Method, customer: string | null): objects.Method {
  const isOthers = method.customer !== null && customer !== null && method.customer !== customer;
  if (!isOthers && method['detached'] !== true) return method;
  throw wrong('The provided PaymentMethod cannot be attached or used again.', { param: 'payment_method' });
}

function currencyIn(params: Params): string {
  const currency = text(params['currency'])?.toLowerCase() ?? '';
  if (/^[a-z]{3}$/.test(currency)) return currency;
  throw wrong('Missing required param: currency.', { param: 'currency' });
}

function captureMethodIn(params: Params): objects.Intent['capture_method'] {
  const asked = text(params['capture_method']) ?? 'automatic_async';
  const known = CAPTURE_METHODS.find((method) => method === asked);
  if (known) return known;
  throw wrong('Invalid capture_method', { param: 'capture_method' });
}

function amountIn(value: unknown): number {
  const amount = Number(value);
  if (!Number.isInteger(amount)) throw wrong(`Invalid integer: ${String(value)}`, { param: 'amount' });
  if (amount < 1)
    throw wrong('This value must be greater than or equal to 1.', {
      param: 'amount',
      code: 'parameter_invalid_integer',
    });
  return amount;
}
