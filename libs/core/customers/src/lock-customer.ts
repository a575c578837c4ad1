import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import type { Customer } from './customer';
import { CustomersRepository } from './customers.repository';

/** Locks a customer until `tx` ends: for a lib whose own changes for one customer must not run concurrently. */
@Injectable()
export class LockCustomer {
  constructor(private readonly customers: CustomersRepository) {}

  /** Null where there is no such customer. */
  run(tx: Tx, storeId: string, id: string): Promise<Customer | null> {
    return this.customers.lockForUpdate(tx, storeId, id);
  }
}
