import type { ChangeCartInput, OpenCartInput, WantedItem } from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { containsCardNumber } from '@tandem/provider-kit';
import type { Request } from 'express';
import { FieldInvalid } from '../../errors/spree-errors';
import { currencyIn } from '../../money/spree-money.mapper';
import { idIn } from '../../ids/spree-path-ids';
import { textWithoutCard } from '../../spree-text.mapper';
import { toAddress } from '../orders/address.mapper';
import type { CartItemDto, ChangeCartDto, OpenCartDto } from './cart.dto';

/** The shopper's currency and language come in the body, the query or headers. @throws FieldInvalid, VariantNotFound */
export function toOpenCart({ currency }: RequestContext, request: Request, body: OpenCartDto): OpenCartInput {
  return {
    currency: currency === undefined ? null : currencyIn(currency),
    locale: openingLocale(request, body),
    metadata: metadataIn(body.metadata) ?? {},
    items: (body.items ?? []).map(toWanted),
    idAccess: 'none',
  };
}

/** @throws FieldInvalid, VariantNotFound */
export function toChangeCart(body: ChangeCartDto): ChangeCartInput {
  return {
    email: body.email,
    locale: body.locale === undefined ? undefined : checkedLocale(body.locale),
    customerNote: noteIn(body),
    metadata: metadataIn(body.metadata),
    items: body.items?.map(toWanted),
    ...addressesIn(body),
  };
}

/** What a storefront keeps with an order or a line; no card number is ever stored. @throws FieldInvalid */
export function metadataIn(
  metadata: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, unknown>> | undefined {
  if (containsCardNumber(metadata ?? {}))
    throw new FieldInvalid('metadata', 'must not contain a card number');
  return metadata;
}

function addressesIn(body: ChangeCartDto): Pick<ChangeCartInput, 'billAddress' | 'shipAddress'> {
  const shipping = body.shipping_address ?? body.ship_address;
  const billing = body.billing_address ?? body.bill_address ?? (body.use_shipping ? shipping : undefined);
  return {
    billAddress: billing && toAddress('billing_address', billing),
    shipAddress: shipping && toAddress('shipping_address', shipping),
  };
}

function noteIn({ customer_note, special_instructions }: ChangeCartDto): string | undefined {
  return textWithoutCard('customer_note', customer_note ?? special_instructions);
}

function toWanted({ variant_id, quantity = 1, metadata }: CartItemDto): WantedItem {
  const variantId = idIn('variant', variant_id);
  return { variantId, quantity, metadata: metadataIn(metadata), match: 'variant' };
}

// A language, then scripts, regions and the like: BCP 47 without its rarities.
const LOCALE = /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/;

function openingLocale(request: Request, body: OpenCartDto): string | null {
  const said: unknown[] = [body.locale, request.query['locale'], request.get('x-spree-locale')];
  const text = said.find((one): one is string => typeof one === 'string' && one.trim() !== '');
  return text === undefined ? null : checkedLocale(text.trim());
}

function checkedLocale(text: string): string {
  if (text.length > 35 || !LOCALE.test(text)) throw new FieldInvalid('locale', 'is not supported');
  return text;
}
