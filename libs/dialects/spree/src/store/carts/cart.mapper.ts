import type { UpdateCartInput, CreateCartInput, RequestedItem } from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { containsCardNumber } from '@tandem/provider-kit';
import type { Request } from 'express';
import { FieldInvalid } from '../../errors/spree-errors';
import { currencyIn } from '../../money/spree-money.mapper';
import { idIn } from '../../ids/spree-path-ids';
import { textWithoutCard } from '../../spree-text.mapper';
import { toAddress } from '../orders/address.mapper';
import type { CartItemDto, SpreeUpdateCartDto, SpreeCreateCartDto } from './cart.dto';

/** Currency and locale come from the body, the query or headers. @throws FieldInvalid, VariantNotFound */
export function toCreateCart(
  { currency }: RequestContext,
  request: Request,
  body: SpreeCreateCartDto,
): CreateCartInput {
  return {
    currency: currency === undefined ? null : currencyIn(currency),
    locale: openingLocale(request, body),
    metadata: metadataIn(body.metadata) ?? {},
    items: (body.items ?? []).map(toRequested),
    idAccess: 'none',
  };
}

/** @throws FieldInvalid, VariantNotFound */
export function toUpdateCart(body: SpreeUpdateCartDto): UpdateCartInput {
  return {
    email: body.email,
    locale: body.locale === undefined ? undefined : checkedLocale(body.locale),
    customerNote: noteIn(body),
    metadata: metadataIn(body.metadata),
    items: body.items?.map(toRequested),
    ...addressesIn(body),
  };
}

/** Metadata of an order, line or customer, refused if it contains a card number. @throws FieldInvalid */
export function metadataIn(
  metadata: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, unknown>> | undefined {
  if (containsCardNumber(metadata ?? {}))
    throw new FieldInvalid('metadata', 'must not contain a card number');
  return metadata;
}

function addressesIn(body: SpreeUpdateCartDto): Pick<UpdateCartInput, 'billAddress' | 'shipAddress'> {
  const shipping = body.shipping_address ?? body.ship_address;
  const billing = body.billing_address ?? body.bill_address ?? (body.use_shipping ? shipping : undefined);
  return {
    billAddress: billing && toAddress('billing_address', billing),
    shipAddress: shipping && toAddress('shipping_address', shipping),
  };
}

function noteIn({ customer_note, special_instructions }: SpreeUpdateCartDto): string | undefined {
  return textWithoutCard('customer_note', customer_note ?? special_instructions);
}

function toRequested({ variant_id, quantity = 1, metadata }: CartItemDto): RequestedItem {
  const variantId = idIn('variant', variant_id);
  return { variantId, quantity, metadata: metadataIn(metadata), match: 'variant' };
}

// A language, then subtags for script, region and so on: the common part of BCP 47.
const LOCALE = /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/;

function openingLocale(request: Request, body: SpreeCreateCartDto): string | null {
  const candidates: unknown[] = [body.locale, request.query['locale'], request.get('x-spree-locale')];
  const text = candidates.find((each): each is string => typeof each === 'string' && each.trim() !== '');
  return text === undefined ? null : checkedLocale(text.trim());
}

function checkedLocale(text: string): string {
  if (text.length > 35 || !LOCALE.test(text)) throw new FieldInvalid('locale', 'is not supported');
  return text;
}
