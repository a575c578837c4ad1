import type { HandOverOrderInput } from '@tandem/checkout';
import type { Money } from '@tandem/money';
import { isCurrency } from '@tandem/money';
import { containsCardNumber } from '@tandem/provider-kit';
import { amountIn } from '../../spree-amount';
import { FieldInvalid } from '../../spree-errors';
import { uuidOf } from '../../spree-ids';
import type { HandOverOrderDto } from './order.dto';

/** @throws FieldInvalid */
export function toHandOver(body: HandOverOrderDto): HandOverOrderInput {
  const currency = body.currency.toUpperCase();
  if (!isCurrency(currency)) throw new FieldInvalid('currency', 'is not a currency of ISO 4217');
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
      price: notNegative(`items.${i}.price`, money(item.price, currency, `items.${i}.price`)),
    })),
    adjustments: (body.adjustments ?? []).map(({ label, amount }, i) => ({
      label,
      amount: money(amount, currency, `adjustments.${i}.amount`),
    })),
    number: body.number,
    metadata: body.metadata ?? {},
  };
}

function money(text: string | number, currency: string, field: string): Money {
  return amountIn(text, field)?.(currency) ?? missing(field);
}

function notNegative(field: string, amount: Money): Money {
  if (amount.minor < 0n) throw new FieldInvalid(field, 'must be greater than or equal to 0');
  return amount;
}

function customerIn({ customer_id }: HandOverOrderDto): string | null {
  if (customer_id === undefined) return null;
  return uuidOf('customer', customer_id) ?? missing('customer_id', 'is invalid');
}

function missing(field: string, words = "can't be blank"): never {
  throw new FieldInvalid(field, words);
}
