export type * from './kit-options';
export { testPaymentProvider } from './test-payment-provider';
