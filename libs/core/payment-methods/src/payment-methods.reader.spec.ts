import type { PaymentMethod } from './payment-method';
import { PaymentMethodsReader } from './payment-methods.reader';
import type { PaymentMethodsRepository } from './payment-methods.repository';

const STORE = 'store';
const methodThat = (active: boolean): PaymentMethod[] => [{ id: 'm', active } as PaymentMethod];

it('a read that began before a change is not cached after it', async () => {
  const pending: ((methods: PaymentMethod[]) => void)[] = [];
  const findByStore = (): Promise<PaymentMethod[]> => new Promise((resolve) => pending.push(resolve));
  const reader = new PaymentMethodsReader({ findByStore } as unknown as PaymentMethodsRepository);
  const early = reader.findAll(STORE);
  reader.clearCache();
  pending[0]?.(methodThat(true));
  expect(await early).toEqual(methodThat(true));
  const late = reader.findAll(STORE);
  pending[1]?.(methodThat(false));
  expect(await late).toEqual(methodThat(false));
  expect(await reader.findAll(STORE)).toEqual(methodThat(false));
  expect(pending).toHaveLength(2);
});
