import type { UpdateCartInput, CreateCartInput, RequestedItem } from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { newId } from '@tandem/ids';
import type { Address } from '@tandem/orders';
import type { RegionRef } from '@tandem/stores';
import { SalesChannelNotFound } from '@tandem/auth';
import { uuidOf } from '../../ids/medusa-ids';
import { namedIn } from '../../ids/medusa-path-ids';
import type { MedusaAddressDto } from './address.dto';
import type { CartLineDto, CreateCartDto, UpdateCartDto } from './cart.dto';

/** @throws SalesChannelNotFound, VariantNotFound */
export function toCreateCart(ctx: RequestContext, body: CreateCartDto): CreateCartInput {
  checkSalesChannel(ctx, body.sales_channel_id);
  return {
    currency: body.currency_code?.toUpperCase() ?? null,
    region: regionIn(body.region_id) ?? null,
    email: body.email ?? undefined,
    locale: body.locale ?? null,
    metadata: body.metadata ?? {},
    items: (body.items ?? []).map(toRequested),
    idAccess: 'full',
    ...addressesIn(body),
  };
}

/** @throws SalesChannelNotFound */
export function toUpdateCart(ctx: RequestContext, body: UpdateCartDto): UpdateCartInput {
  checkSalesChannel(ctx, body.sales_channel_id);
  return {
    email: body.email,
    locale: body.locale,
    metadata: body.metadata ?? {},
    region: regionIn(body.region_id),
    ...addressesIn(body),
  };
}

/** @throws VariantNotFound */
export function toRequested({ variant_id, quantity, metadata }: CartLineDto): RequestedItem {
  const { id: variantId } = namedIn('variant', variant_id);
  return { variantId, quantity, metadata: metadata ?? {}, match: 'variant_and_metadata' };
}

function checkSalesChannel({ storeId }: RequestContext, id: string | null | undefined): void {
  if (id && uuidOf('salesChannel', id) !== storeId) throw new SalesChannelNotFound(id);
}

function regionIn(id: string | null | undefined): RegionRef | undefined {
  return id ? namedIn('region', id) : undefined;
}

interface Addresses {
  readonly shipping_address?: MedusaAddressDto | null;
  readonly billing_address?: MedusaAddressDto | null;
}

function addressesIn(body: Addresses): Pick<UpdateCartInput, 'billAddress' | 'shipAddress'> {
  return {
    billAddress: body.billing_address ? toAddress(body.billing_address) : undefined,
    shipAddress: body.shipping_address ? toAddress(body.shipping_address) : undefined,
  };
}

function toAddress(body: MedusaAddressDto): Address {
  return {
    id: newId(),
    firstName: orNull(body.first_name),
    lastName: orNull(body.last_name),
    address1: orNull(body.address_1),
    address2: orNull(body.address_2),
    city: orNull(body.city),
    postalCode: orNull(body.postal_code),
    phone: orNull(body.phone),
    company: orNull(body.company),
    countryIso: orNull(body.country_code?.toUpperCase()),
    stateAbbr: null,
    stateName: orNull(body.province),
    metadata: orNull(body.metadata),
  };
}

function orNull<T>(value: T | null | undefined): T | null {
  return value ?? null;
}
