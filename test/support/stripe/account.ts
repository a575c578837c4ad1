import { behaviourOf, declineOf, isCardName, methodFrom } from './cards';
import type * as objects from './objects';
import { idOf, missing, missingParam, now, StripeRefusal, wrong } from './objects';
import { chargeFrom, intentFrom } from './intents';
import { checkLimits } from './limits';
import { amountIn, captureMethodIn, chargeableIn, metadataOf, text, type Params } from './params';
import { createRefund, failRefund, settleRefund } from './refunds';
import { nextActionOf } from './vouchers';

const UNPAID = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

/** One Stripe account: its objects and their transitions, as Stripe's documentation describes them. */
export class Account {
  readonly intents = new Map<string, objects.Intent>();
  readonly charges = new Map<string, objects.Charge>();
  readonly refunds = new Map<string, objects.Refund>();
  /** Stripe's code with which every refund is refused, e.g. `balance_insufficient`; null to accept refunds. */
  refundRefusal: string | null = null;
  readonly customers = new Map<string, objects.Customer>();
  readonly methods = new Map<string, objects.Method>();
  readonly setups = new Map<string, objects.Setup>();

  /** `tell` is called with every event, as Stripe would send it. */
  constructor(private readonly report: (type: string, object: objects.StripeObject) => void) {}

  reported(type: string, object: objects.StripeObject): void {
    this.report(type, object);
  }

  createCustomer(params: Params): objects.Customer {
    checkLimits('customer', params);
    const customer: objects.Customer = {
      id: idOf('cus'),
      object: 'customer',
      created: now(),
      email: text(params['email']),
      name: text(params['name']),
      phone: text(params['phone']),
      metadata: metadataOf(params),
    };
    this.customers.set(customer.id, customer);
    return customer;
  }

  createIntent(params: Params): objects.Intent {
    const intent = intentFrom(this, params);
    const { id } = intent;
    this.intents.set(id, intent);
    this.report('payment_intent.created', intent);
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
    checkLimits('change', params);
    const customer = this.customerIn(params) ?? intent.customer;
    const method = this.methodIn({ ...params, customer });
    if (method)
      Object.assign(intent, { customer, payment_method: method.id, status: 'requires_confirmation' });
    if (params['amount'] !== undefined) intent.amount = chargeableIn(params, intent.currency);
    intent.setup_future_usage = text(params['setup_future_usage']) ?? intent.setup_future_usage;
    intent.capture_method = params['capture_method'] ? captureMethodIn(params) : intent.capture_method;
    Object.assign(intent.metadata, metadataOf(params));
    return intent;
  }

  /** Payment by the shopper's page, or by the server with a saved card. */
  confirm(id: string, params: Params): objects.Intent {
    const intent = this.intent(id);
    if (!UNPAID.includes(intent.status)) throw this.unexpected(intent, 'confirmed');
    intent.setup_future_usage = text(params['setup_future_usage']) ?? intent.setup_future_usage;
    const named = this.methodIn({ customer: intent.customer, ...params });
    const method = named ?? this.methods.get(intent.payment_method ?? '');
    if (!method) throw wrong('You cannot confirm this PaymentIntent because it’s missing a payment method.');
    intent.payment_method = method.id;
    switch (behaviourOf(method)) {
      case 'succeed':
      case 'refund later':
        return this.charge(intent);
      case 'voucher':
        intent.status = 'requires_action';
        intent.next_action = nextActionOf(method);
        this.report('payment_intent.requires_action', intent);
        return intent;
      case 'process':
        intent.status = 'processing';
        this.report('payment_intent.processing', intent);
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
        this.report('payment_intent.requires_action', intent);
        return intent;
      case 'decline':
      case 'expired': {
        const refusal = declineOf(method, intent);
        intent.status = 'requires_payment_method';
        intent.payment_method = null;
        intent.last_payment_error = { ...refusal.error, payment_intent: undefined };
        this.report('payment_intent.payment_failed', intent);
        throw refusal;
      }
    }
  }

  /** Completes the bank's challenge (3-D Secure) or a slow payment. */
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
    this.report('payment_intent.payment_failed', intent);
    return intent;
  }

  capture(id: string, params: Params): objects.Intent {
    const intent = this.intent(id);
    if (intent.status !== 'requires_capture') throw this.unexpected(intent, 'captured');
    const amount =
      params['amount_to_capture'] === undefined
        ? intent.amount_capturable
        : amountIn(params, 'amount_to_capture');
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
    // Only one capture is allowed without multicapture. The rest is released, without a refund.
    intent.amount_capturable = 0;
    intent.amount_received = amount;
    intent.status = 'succeeded';
    this.report('charge.captured', charge);
    this.report('payment_intent.succeeded', intent);
    return intent;
  }

  cancel(id: string, params: Params): objects.Intent {
    const intent = this.intent(id);
    if (![...UNPAID, 'requires_capture'].includes(intent.status)) throw this.unexpected(intent, 'canceled');
    intent.status = 'canceled';
    intent.amount_capturable = 0;
    intent.canceled_at = now();
    intent.cancellation_reason = text(params['cancellation_reason']);
    this.report('payment_intent.canceled', intent);
    return intent;
  }

  refund(params: Params): objects.Refund {
    return createRefund(this, params);
  }

  /** A pending refund succeeds. */
  settleRefund(id: string): objects.Refund {
    return settleRefund(this, id);
  }

  /** The bank returns the refund days later: its amount can be refunded again. */
  failRefund(id: string): objects.Refund {
    return failRefund(this, id);
  }

  intent(id: string): objects.Intent {
    const intent = this.intents.get(id);
    if (!intent) throw missing('payment_intent', id, 'intent');
    return intent;
  }

  chargeOf(intent: objects.Intent): objects.Charge {
    const charge = this.charges.get(intent.latest_charge ?? '');
    if (!charge) throw wrong('This PaymentIntent does not have a successful charge to refund.');
    return charge;
  }

  /** A payment method of the account, or one of Stripe's test cards by name. */
  methodIn(params: Params): objects.Method | null {
    const name = text(params['payment_method']);
    if (name === null) return null;
    const known = this.methods.get(name);
    if (known) return refuseUnlessUsable(known, text(params['customer']));
    if (!isCardName(name)) throw missingParam('PaymentMethod', name, 'payment_method');
    const method = methodFrom(name);
    this.methods.set(method.id, method);
    return method;
  }

  customerIn(params: Params): string | null {
    const id = text(params['customer']);
    if (id !== null && !this.customers.has(id)) throw missingParam('customer', id, 'customer');
    return id;
  }

  private charge(intent: objects.Intent): objects.Intent {
    const isManual = intent.capture_method === 'manual';
    const method = this.methods.get(intent.payment_method ?? '');
    if (!method) throw new Error('an intent is paid without a payment method');
    const charge = chargeFrom(intent, method);
    // A card to be used again is now attached to its customer.
    if (intent.setup_future_usage !== null && intent.customer !== null) method.customer = intent.customer;
    this.charges.set(charge.id, charge);
    intent.latest_charge = charge.id;
    intent.last_payment_error = null;
    intent.status = isManual ? 'requires_capture' : 'succeeded';
    if (isManual) intent.amount_capturable = intent.amount;
    else intent.amount_received = intent.amount;
    this.report(isManual ? 'payment_intent.amount_capturable_updated' : 'payment_intent.succeeded', intent);
    return intent;
  }

  private unexpected(intent: objects.Intent, verb: string): StripeRefusal {
    return wrong(`This PaymentIntent could not be ${verb} because it has a status of ${intent.status}.`, {
      code: 'payment_intent_unexpected_state',
      payment_intent: intent,
    });
  }
}

/** A saved card pays only for its customer, a detached one for no one. */
function refuseUnlessUsable(method: objects.Method, customer: string | null): objects.Method {
  const isOthers = method.customer !== null && method.customer !== customer;
  if (!isOthers && method['detached'] !== true) return method;
  throw wrong('The provided PaymentMethod cannot be attached or used again.', { param: 'payment_method' });
}
