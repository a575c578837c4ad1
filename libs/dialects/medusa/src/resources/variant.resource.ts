import { many, one, type Resource } from '../fields/fields';
import { medusaId } from '../ids/medusa-ids';
import { each } from './raw';
import { times } from './times';

/** The variant's data as stored in a line item. */
export interface VariantOfLine {
  readonly id: string;
  readonly name: string;
  readonly sku: string | null;
  /** When the line item was created. */
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const none = (): null => null;
const no = (): boolean => false;

const MEASURES = ['weight', 'length', 'height', 'width', 'origin_country', 'hs_code', 'mid_code', 'material'];

const unknown: Resource<never> = { fields: {}, relations: {} };

/** Tandem has no products: each variant is the only one of its product, and both ids encode the same 128 bits. */
export const product: Resource<VariantOfLine> = {
  fields: {
    id: ({ id }) => medusaId('product', id),
    title: ({ name }) => name,
    status: () => 'published',
    ...each(['is_giftcard', 'discountable'], no),
    ...each(['handle', 'subtitle', 'description', 'thumbnail', 'external_id', 'metadata'], none),
    ...each(['type_id', 'type', 'collection_id', 'collection', ...MEASURES], none),
    ...times,
  },
  relations: {
    categories: many(
      () => unknown,
      () => [],
    ),
    tags: many(
      () => unknown,
      () => [],
    ),
  },
};

export const variant: Resource<VariantOfLine> = {
  fields: {
    id: ({ id }) => medusaId('variant', id),
    title: ({ name }) => name,
    sku: ({ sku }) => sku,
    product_id: ({ id }) => medusaId('product', id),
    variant_rank: () => 0,
    ...each(['allow_backorder', 'manage_inventory'], no),
    ...each(['barcode', 'ean', 'upc', 'metadata', 'thumbnail', ...MEASURES], none),
    ...times,
  },
  relations: {
    product: one(
      () => product,
      (itself: VariantOfLine) => itself,
      { stub: false },
    ),
  },
};
