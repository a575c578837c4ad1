import type { ImportOrderInput } from '@tandem/checkout';
import { containsCardNumber } from '@tandem/provider-kit';
import { FieldInvalid } from '../../errors/spree-errors';
import { uuidOf } from '../../ids/spree-ids';
import { currencyIn, moneyIn, priceIn } from '../../money/spree-money.mapper';
import type { ImportOrderDto } from './order.dto';

/** @throws FieldInvalid */
export function toImportOrder(body: ImportOrderDto): ImportOrderInput {
  const currency = currencyIn(body.currency);
  if (containsCardNumber(body.metadata ?? {}))
    throw new FieldInvalid('metadata', 'must not contain a card number');
  return {
    currency,
    email: body.email ?? null,
    customerId: customerIn(body),
    items: body.items.map((item, i) => ({
      name: item.name,
      sku: item.sku ?? null,
      quantity: item.quantity,
      price: priceIn(item.price, currency, `items.${i}.price`),
    })),
    adjustments: (body.adjustments ?? []).map(({ label, amount }, i) => ({
      label,
      amount: moneyIn(amount, currency, `adjustments.${i}.amount`),
    })),
    tokenRequired: body.token_required,
    number: body.number,
    metadata: body.metadata ?? {},
  };
}

function customerIn({ customer_id }: ImportOrderDto): string | null {
  if (customer_id === undefined) return null;
  const customerId = uuidOf('customer', customer_id);
  if (customerId === null) throw new FieldInvalid('customer_id', 'is invalid');
  return customerId;
}
