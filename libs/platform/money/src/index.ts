export { currencies, exponentOf, isCurrency } from './currency';
export * from './money';
export * from './money.errors';
