import { RefundPayment } from '@tandem/payments';
import { replacement, type TandemPlugin } from '@tandem/provider-kit';
import { RefundWithSecondPair } from './refund-with-second-pair';
import { SecondPairModule } from './second-pair.module';

/** The same object that `TANDEM_PLUGINS` would load from a package. */
export const secondPair: TandemPlugin = {
  name: 'second-pair',
  compatibility: '^0.2.0',
  modules: [SecondPairModule],
  replace: [replacement(RefundPayment, RefundWithSecondPair)],
};
