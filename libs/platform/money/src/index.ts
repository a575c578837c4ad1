export { currencies, exponentOf, isCurrency } from './currency';
export * from './decimal-amount';
export * from './money';
export * from './money.errors';
