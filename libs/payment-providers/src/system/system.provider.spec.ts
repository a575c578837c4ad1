import { testPaymentProvider } from '@tandem/provider-kit/testing';
import { SystemProvider } from './system.provider';

testPaymentProvider({
  facts: new SystemProvider().facts,
  provider: () => new SystemProvider(),
  scenarios: { pays: {} },
  hasGateway: false,
});
