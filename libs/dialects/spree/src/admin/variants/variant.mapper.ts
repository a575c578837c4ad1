import { omitUndefined } from '@tandem/context';
import type { Money } from '@tandem/money';
import type { VariantChanges, VariantToSave } from '@tandem/catalog';
import { FieldInvalid } from '../../errors/spree-errors';
import { priceIn } from '../../money/spree-money.mapper';
import type { CreateVariantDto, UpdateVariantDto, VariantPriceDto } from './variant.dto';

/** @throws FieldInvalid */
export function toCreateVariant({ name, sku, active, prices }: CreateVariantDto): Omit<VariantToSave, 'id'> {
  return { name, sku: sku ?? null, active: active ?? true, prices: pricesIn(prices ?? []) };
}

/** @throws FieldInvalid */
export function toUpdateVariant({ name, sku, active, prices }: UpdateVariantDto): VariantChanges {
  return omitUndefined<VariantChanges>({ name, sku, active, prices: prices && pricesIn(prices) });
}

function pricesIn(prices: readonly VariantPriceDto[]): Money[] {
  const amounts = prices.map(({ currency, amount }, i) => priceIn(amount, currency, `prices.${i}.amount`));
  if (new Set(amounts.map(({ currency }) => currency)).size < amounts.length) {
    throw new FieldInvalid('prices', 'contain a currency twice');
  }
  return amounts;
}
