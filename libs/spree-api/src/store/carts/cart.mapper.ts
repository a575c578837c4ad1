import type { ChangeCartInput, OpenCartInput, WantedItem } from '@tandem/checkout';
import { containsCardNumber } from '@tandem/provider-kit';
import { VariantNotFound } from '@tandem/variants';
import type { Request } from 'express';
import { FieldInvalid } from '../../spree-errors';
import { uuidOf } from '../../spree-ids';
import { textWithoutCard } from '../../spree-text.mapper';
import { toAddress } from '../orders/address.mapper';
import type { CartItemDto, ChangeCartDto, OpenCartDto } from './cart.dto';

/** The shopper's currency and language come in headers. @throws FieldInvalid, VariantNotFound */
export function toOpenCart(request: Request, body: OpenCartDto): OpenCartInput {
  return {
    currency: currencyIn(request),
    locale: localeOf(request.get('x-spree-locale')) ?? null,
    metadata: metadataIn(body.metadata) ?? {},
    items: (body.items ?? []).map(toWanted),
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
  const variantId = uuidOf('variant', variant_id);
  if (variantId === null) throw new VariantNotFound();
  return { variantId, quantity, metadata: metadataIn(metadata) };
}

function currencyIn(request: Request): string | null {
  const text = request.get('x-spree-currency')?.trim().toUpperCase() ?? '';
  return /^[A-Z]{3}$/.test(text) ? text : null;
}

// A language, then scripts, regions and the like: BCP 47 without its rarities.
const LOCALE = /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/;

function localeOf(text: string | undefined): string | undefined {
  return text !== undefined && text.length <= 35 && LOCALE.test(text) ? text : undefined;
}

function checkedLocale(text: string): string {
  const locale = localeOf(text);
  if (locale === undefined) throw new FieldInvalid('locale', 'is not supported');
  return locale;
}
