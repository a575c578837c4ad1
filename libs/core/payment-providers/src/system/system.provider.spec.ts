import { testPaymentProvider } from '@tandem/provider-kit/testing';
import { SystemProvider } from './system.provider';

testPaymentProvider({
  capabilities: new SystemProvider().capabilities,
  provider: () => new SystemProvider(),
  scenarios: { pays: {} },
  hasGateway: false,
});
