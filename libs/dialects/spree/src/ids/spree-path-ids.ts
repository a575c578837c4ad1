import type { PipeTransform } from '@nestjs/common';
import { CustomerNotFound } from '@tandem/customers';
import { UserNotFound } from '@tandem/staff';
import { ApiKeyNotFound } from '@tandem/auth';
import type { CoreError } from '@tandem/context';
import { foundOr, pathId, PathParam } from '@tandem/http';
import { LineItemNotFound, OrderNotFound } from '@tandem/orders';
import { PaymentMethodNotFound } from '@tandem/payment-methods';
import { PaymentSessionNotFound } from '@tandem/payment-sessions';
import { PaymentNotFound, RefundReasonNotFound } from '@tandem/payments';
import { SavedCardNotFound, SetupSessionNotFound } from '@tandem/customer-vault';
import { GiftCardNotFound, StoreCreditNotFound } from '@tandem/store-credits';
import { VariantNotFound } from '@tandem/catalog';
import { EventNotFound } from '@tandem/gateway-events';
import { WebhookDeliveryNotFound, WebhookEndpointNotFound } from '@tandem/webhooks';
import { cartRef, orderRef, sessionRef, uuidOf } from './spree-ids';

type NotFound = (publicId: string) => CoreError;

/** The error for a malformed id, the same as for an unknown one; thrown before any query. */
const NOT_FOUND = {
  admin: (id) => new UserNotFound(id),
  apiKey: () => new ApiKeyNotFound(),
  creditCard: () => new SavedCardNotFound(),
  customer: () => new CustomerNotFound(),
  giftCard: () => new GiftCardNotFound(),
  lineItem: () => new LineItemNotFound(),
  order: () => new OrderNotFound(),
  payment: (id) => new PaymentNotFound(id),
  paymentEvent: () => new EventNotFound(),
  paymentMethod: () => new PaymentMethodNotFound(),
  paymentSession: () => new PaymentSessionNotFound(),
  paymentSetupSession: () => new SetupSessionNotFound(),
  refundReason: (id) => new RefundReasonNotFound(id),
  storeCredit: () => new StoreCreditNotFound(),
  variant: () => new VariantNotFound(),
  webhookDelivery: () => new WebhookDeliveryNotFound(),
  webhookEndpoint: () => new WebhookEndpointNotFound(),
} satisfies Record<string, NotFound>;

type Kind = keyof typeof NOT_FOUND;

/** Parses an id in a body to its UUID. @throws the same error as for an unknown id */
export function idIn(kind: Kind, id: string): string {
  return foundOr(uuidOf(kind, id), () => NOT_FOUND[kind](id));
}

/** The UUID of the saved card in a session's data; undefined if there is none. @throws SavedCardNotFound */
export function savedCardIn(data: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const id = data?.['payment_source_id'];
  if (id === undefined || id === null) return undefined;
  return idIn('creditCard', typeof id === 'string' ? id : '');
}

/** Parses an id in a path to its UUID; `missing` is the kind that the 404 error names, if it is another one. */
export function SpreeId(kind: Kind, missing: Kind = kind): PipeTransform<string, string | Promise<string>> {
  return pathId((id) => uuidOf(kind, id), NOT_FOUND[missing]);
}

/** An order's id or number, or its former cart id. */
export const OrderParam = (name: string): ParameterDecorator =>
  PathParam(name, pathId(orderRef, NOT_FOUND.order));

/** A cart id or order id. */
export const CartParam = (name: string): ParameterDecorator =>
  PathParam(name, pathId(cartRef, NOT_FOUND.order));

/** A session's id, or the gateway's id for it. */
export const SessionParam = (name: string): ParameterDecorator =>
  PathParam(name, pathId(sessionRef, NOT_FOUND.paymentSession));
