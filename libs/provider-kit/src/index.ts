export type * from './contract/outcome';
export type * from './contract/payment-provider';
export type * from './contract/plugin';
export * from './card-numbers';
