export * from './create-variant';
export * from './update-variant';
export * from './remove-variant';

export type { PricedVariant } from './priced-variant';
export * from './variant';
export * from './variants.errors';
export * from './variants.module';
export * from './variants.reader';
export type { VariantToSave } from './variants.repository';
