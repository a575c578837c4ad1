import type { Address, Order } from '@tandem/orders';
import type { Resource } from '../../fields/fields';
import { medusaId } from '../../ids/medusa-ids';
import { times } from '../times';

/** An address and its order. */
export interface AddressOfOrder {
  readonly address: Address;
  readonly order: Order;
}

const addressFields: Resource<AddressOfOrder>['fields'] = {
  customer_id: () => null,
  company: ({ address }) => address.company,
  first_name: ({ address }) => address.firstName,
  last_name: ({ address }) => address.lastName,
  address_1: ({ address }) => address.address1,
  address_2: ({ address }) => address.address2,
  city: ({ address }) => address.city,
  country_code: ({ address }) => address.countryIso?.toLowerCase() ?? null,
  province: ({ address }) => address.stateName ?? address.stateAbbr,
  postal_code: ({ address }) => address.postalCode,
  phone: ({ address }) => address.phone,
  metadata: ({ address }) => address.metadata ?? null,
  created_at: ({ order }) => times.created_at(order),
  updated_at: ({ order }) => times.updated_at(order),
  deleted_at: times.deleted_at,
};

export const cartAddress: Resource<AddressOfOrder> = {
  fields: { id: ({ address }) => medusaId('cartAddress', address.id), ...addressFields },
  relations: {},
};

export const orderAddress: Resource<AddressOfOrder> = {
  fields: { id: ({ address }) => medusaId('orderAddress', address.id), ...addressFields },
  relations: {},
};

/** The order's billing or shipping address, or null. */
export function addressOf(order: Order, which: 'billAddress' | 'shipAddress'): AddressOfOrder | null {
  const address = order[which];
  return address && { address, order };
}
