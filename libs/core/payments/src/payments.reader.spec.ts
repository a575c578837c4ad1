import type { SavedMethodsReader } from '@tandem/customer-vault';
import type { Database } from '@tandem/database';
import type { OrdersReader } from '@tandem/orders';
import { PaymentMethodsReader, type PaymentMethod } from '@tandem/payment-methods';
import type { LedgerRepository } from './ledger/ledger.repository';
import type { Payment } from './payment';
import type { PaymentListsRepository } from './payment-lists.repository';
import { PaymentsReader } from './payments.reader';
import type { PaymentsRepository } from './payments.repository';
import type { PendingRefundsReader } from './refund/pending-refunds.reader';

it('the histories of twenty payments read the store’s payment methods once', async () => {
  let reads = 0;
  const findByStore = (): Promise<PaymentMethod[]> => {
    reads++;
    return Promise.resolve([{ id: 'm' } as PaymentMethod]);
  };
  const none = {} as unknown;
  const reader = new PaymentsReader(
    none as Database,
    none as OrdersReader,
    new PaymentMethodsReader({ findByStore } as never),
    { findCardsById: () => Promise.resolve(new Map()) } as unknown as SavedMethodsReader,
    none as PaymentsRepository,
    none as LedgerRepository,
    none as PaymentListsRepository,
    { findByPayments: () => Promise.resolve([]) } as unknown as PendingRefundsReader,
  );
  const payments = Array.from({ length: 20 }, (_, n) => ({ id: `${n}`, paymentMethodId: 'm' }) as Payment);
  const histories = await reader.loadHistories(none as Database, 's', payments, []);
  expect([histories.length, reads]).toEqual([20, 1]);
});
