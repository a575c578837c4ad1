export type * from './contract/outcome';
export type * from './contract/payment-provider';
export * from './contract/plugin';
export * from './card-numbers';
export * from './outcomes';
export * from './provider-errors';
export * from './provider-problem';
export * from './version';
export * from './within-limit';
