import type { PaymentMethod } from './payment-method';
import { PaymentMethodsReader } from './payment-methods.reader';
import type { PaymentMethodsRepository } from './payment-methods.repository';

const STORE = 'store';
const methodThat = (active: boolean): PaymentMethod[] => [{ id: 'm', active } as PaymentMethod];

it('what was read before a change is not remembered after it', async () => {
  const answers: ((methods: PaymentMethod[]) => void)[] = [];
  const ofStore = (): Promise<PaymentMethod[]> => new Promise((answer) => answers.push(answer));
  const reader = new PaymentMethodsReader({ ofStore } as unknown as PaymentMethodsRepository);
  const early = reader.all(STORE);
  reader.forget();
  answers[0]?.(methodThat(true));
  expect(await early).toEqual(methodThat(true));
  const late = reader.all(STORE);
  answers[1]?.(methodThat(false));
  expect(await late).toEqual(methodThat(false));
  expect(await reader.all(STORE)).toEqual(methodThat(false));
  expect(answers).toHaveLength(2);
});
