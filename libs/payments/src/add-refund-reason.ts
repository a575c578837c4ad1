import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { newId } from '@tandem/ids';
import { LedgerRepository } from './ledger.repository';

/** Adds a reason to the store's list; its code is unique there. */
@Injectable()
export class AddRefundReason {
  constructor(
    private readonly database: Database,
    private readonly entries: LedgerRepository,
  ) {}

  async run(storeId: string, reason: { label: string; code: string; description: string }): Promise<string> {
    const id = newId();
    await this.database.transaction((tx) => this.entries.insertRefundReason(tx, storeId, { id, ...reason }));
    return id;
  }
}
