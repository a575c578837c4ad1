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

type NotFound = (shownId: string) => CoreError;

/** What is thrown for a malformed id, before the act looks at anything: the error of an id that nothing has. */
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

/** The id (UUID) that a body names. @throws the error that an unknown one has */
export function idIn(kind: Kind, id: string): string {
  return foundOr(uuidOf(kind, id), () => NOT_FOUND[kind](id));
}

/** The saved card (UUID) that a session's data names; undefined for none. @throws SavedCardNotFound */
export function savedCardIn(data: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const id = data?.['payment_source_id'];
  if (id === undefined || id === null) return undefined;
  return idIn('creditCard', typeof id === 'string' ? id : '');
}

/** Reads the id of a path (UUID); `missing` names what the route does not find instead, where that is something else. */
export function SpreeId(kind: Kind, missing: Kind = kind): PipeTransform<string, string | Promise<string>> {
  return pathId((id) => uuidOf(kind, id), NOT_FOUND[missing]);
}

/** An order by its id, its number, or the id it had as a cart. */
export const OrderParam = (name: string): ParameterDecorator =>
  PathParam(name, pathId(orderRef, NOT_FOUND.order));

/** A cart by its id, or by its order's. */
export const CartParam = (name: string): ParameterDecorator =>
  PathParam(name, pathId(cartRef, NOT_FOUND.order));

/** A session by its id, or by the gateway's. */
export const SessionParam = (name: string): ParameterDecorator =>
  PathParam(name, pathId(sessionRef, NOT_FOUND.paymentSession));
