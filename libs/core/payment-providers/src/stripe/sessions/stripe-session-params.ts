import type { CreateSessionRequest } from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { OPERATION } from '../stripe-objects';
import { descriptionOf, detailsOf } from './stripe-order';
import { optionsIn } from '../stripe-session-options';

type Params = Omit<Stripe.PaymentIntentCreateParams, 'amount' | 'currency'>;

/** One attempt to create an intent: with everything, or without the customer or the order's details if Stripe refuses them. */
export interface IntentAttempt {
  readonly request: CreateSessionRequest;
  /** Stripe's payment method type; null for all. */
  readonly type: string | null;
  readonly asGuest: boolean;
  readonly withDetails: boolean;
}

/** Single payment methods capture at once, whatever the store's setting: none of them supports authorization only. */
export function captureMethodOf({ request, type }: Pick<IntentAttempt, 'request' | 'type'>): string {
  return type === null ? (optionsIn(request.data).captureMethod ?? request.capture) : 'automatic';
}

export function paramsOf(attempt: IntentAttempt): Params {
  const { request, type, asGuest } = attempt;
  const { accountHolder, savedMethod } = request;
  const options = optionsIn(request.data);
  const types = type === null ? options.types : [type];
  const isChosen = savedMethod !== undefined || options.paymentMethod !== undefined;
  return {
    capture_method: captureMethodOf(attempt),
    // A card that is already named is confirmed by the server, which has no page for the shopper to return to.
    automatic_payment_methods: { enabled: true, ...(isChosen && { allow_redirects: 'never' as const }) },
    ...(types && { allowed_payment_method_types: types }),
    ...(accountHolder && !asGuest && { customer: accountHolder.externalId }),
    ...methodParams(request),
    ...orderParams(attempt),
    metadata: metadataOf(request),
  };
}

/** The payment method, and whether to save it. */
function methodParams({ data, savedMethod, saveMethod }: CreateSessionRequest): Partial<Params> {
  const options = optionsIn(data);
  const usage = saveMethod ?? options.saveMethod;
  const paymentMethod = savedMethod?.profileId ?? options.paymentMethod;
  return {
    ...(paymentMethod !== undefined && { payment_method: paymentMethod }),
    ...(usage !== undefined && { setup_future_usage: usage }),
  };
}

function orderParams({ request: { order, data }, withDetails }: IntentAttempt): Partial<Params> {
  const text = optionsIn(data).description ?? (order && descriptionOf(order));
  return {
    ...(text !== undefined && { description: text.slice(0, 1000) }),
    ...(order && withDetails && detailsOf(order)),
  };
}

/** Metadata that operators can search for in Stripe's Dashboard. */
function metadataOf({
  operationKey,
  storeId,
  orderId,
  sessionId,
  order,
}: CreateSessionRequest): Stripe.MetadataParam {
  return {
    [OPERATION]: operationKey,
    tandem_store: storeId,
    ...(orderId !== null && { tandem_order: orderId }),
    tandem_session: sessionId,
    ...(order && { order_number: order.number.slice(0, 500) }),
  };
}
