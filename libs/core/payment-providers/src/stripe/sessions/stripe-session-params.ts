import type { CreateSessionRequest } from '@tandem/provider-kit';
import type Stripe from 'stripe';
import { OPERATION } from '../stripe-objects';
import { descriptionOf, detailsOf } from './stripe-order';
import { wishesIn } from '../stripe-wishes';

type Params = Omit<Stripe.PaymentIntentCreateParams, 'amount' | 'currency'>;

/** How a session is opened: all that is known, or, where Stripe would not have it, without the customer or the order's details. */
export interface Opening {
  readonly request: CreateSessionRequest;
  /** Stripe's own word for the one way to pay; null for all. */
  readonly type: string | null;
  readonly asGuest: boolean;
  readonly withDetails: boolean;
}

/** Single ways to pay take the money at once, whatever the method of the store says: none of them holds it. */
export function captureMethodOf({ request, type }: Pick<Opening, 'request' | 'type'>): string {
  return type === null ? (wishesIn(request.data).captureMethod ?? request.capture) : 'automatic';
}

export function paramsOf(opening: Opening): Params {
  const { request, type, asGuest } = opening;
  const { accountHolder, savedMethod } = request;
  const wishes = wishesIn(request.data);
  const types = type === null ? wishes.types : [type];
  const isChosen = savedMethod !== undefined || wishes.paymentMethod !== undefined;
  return {
    capture_method: captureMethodOf(opening),
    // A card that is named already is confirmed by the server, which has no page that a shopper could come back to.
    automatic_payment_methods: { enabled: true, ...(isChosen && { allow_redirects: 'never' as const }) },
    ...(types && { allowed_payment_method_types: types }),
    ...(accountHolder && !asGuest && { customer: accountHolder.externalId }),
    ...methodParams(request),
    ...orderParams(opening),
    metadata: metadataOf(request),
  };
}

/** What it is paid with, and whether that is kept. */
function methodParams({ data, savedMethod, saveMethod }: CreateSessionRequest): Partial<Params> {
  const wishes = wishesIn(data);
  const usage = saveMethod ?? wishes.saveMethod;
  const paymentMethod = savedMethod?.profileId ?? wishes.paymentMethod;
  return {
    ...(paymentMethod !== undefined && { payment_method: paymentMethod }),
    ...(usage !== undefined && { setup_future_usage: usage }),
  };
}

function orderParams({ request: { order, data }, withDetails }: Opening): Partial<Params> {
  const words = wishesIn(data).description ?? (order && descriptionOf(order));
  return {
    ...(words !== undefined && { description: words.slice(0, 1000) }),
    ...(order && withDetails && detailsOf(order)),
  };
}

/** What an operator searches for in Stripe's Dashboard. */
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
