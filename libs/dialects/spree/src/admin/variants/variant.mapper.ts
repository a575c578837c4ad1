import { given } from '@tandem/context';
import type { Money } from '@tandem/money';
import type { VariantChanges, VariantToSave } from '@tandem/catalog';
import { FieldInvalid } from '../../errors/spree-errors';
import { priceIn } from '../../money/spree-money.mapper';
import type { CreateVariantDto, UpdateVariantDto, VariantPriceDto } from './variant.dto';

/** @throws FieldInvalid */
export function toAddVariant({ name, sku, active, prices }: CreateVariantDto): Omit<VariantToSave, 'id'> {
  return { name, sku: sku ?? null, active: active ?? true, prices: pricesIn(prices ?? []) };
}

/** @throws FieldInvalid */
export function toChangeVariant({ name, sku, active, prices }: UpdateVariantDto): VariantChanges {
  return given<VariantChanges>({ name, sku, active, prices: prices && pricesIn(prices) });
}

function pricesIn(prices: readonly VariantPriceDto[]): Money[] {
  const amounts = prices.map(({ currency, amount }, i) => priceIn(amount, currency, `prices.${i}.amount`));
  if (new Set(amounts.map(({ currency }) => currency)).size < amounts.length) {
    throw new FieldInvalid('prices', 'contain a currency twice');
  }
  return amounts;
}
