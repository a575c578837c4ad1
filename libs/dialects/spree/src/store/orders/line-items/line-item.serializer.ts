import { Money } from '@tandem/money';
import type { OrderItem } from '@tandem/orders';
import { displayAmount, spreeAmount } from '../../../money/spree-amount';
import { withDisplay } from '../../../money/spree-display';
import { spreeId } from '../../../ids/spree-ids';
import type { SpreeLineItem } from './line-item.dto';

export function serializeLineItem(item: OrderItem): SpreeLineItem {
  const zero = Money.zero(item.price.currency);
  const total = item.price.times(item.quantity);
  return {
    id: spreeId('lineItem', item.id),
    variant_id: item.variantId === null ? (item.sku ?? '') : spreeId('variant', item.variantId),
    quantity: item.quantity,
    currency: item.price.currency,
    name: item.name,
    slug: '',
    options_text: '',
    preorder: false,
    preorder_ships_at: null,
    price: spreeAmount(item.price),
    display_price: displayAmount(item.price),
    total: spreeAmount(total),
    display_total: displayAmount(total),
    ...withDisplay({
      adjustment_total: zero,
      additional_tax_total: zero,
      included_tax_total: zero,
      promo_total: zero,
      discount_total: zero,
      pre_tax_amount: total,
      discounted_amount: total,
    }),
    compare_at_amount: null,
    display_compare_at_amount: null,
    created_at: item.createdAt.toISOString(),
    updated_at: item.updatedAt.toISOString(),
    thumbnail_url: null,
    option_values: [],
    digital_links: [],
  };
}
