import { Injectable } from '@nestjs/common';
import { AdminUnauthorized } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import type { Tx } from '@tandem/database';
import { AdminsRepository } from './admins.repository';

/**
 * Locks the account of the admin who asks, if it is one, until `tx` ends. The guard may let in a deleted account for up to a
 * second, and what it makes in that second must not outlive it. @throws AdminUnauthorized where the account is gone
 */
@Injectable()
export class LockCallingAdmin {
  constructor(private readonly admins: AdminsRepository) {}

  /** With the accounts of `others`, in one order, so that two who lock each other's do not deadlock. */
  async run(tx: Tx, { storeId, caller }: RequestContext, others: readonly string[] = []): Promise<void> {
    if (caller.kind !== 'admin' || caller.id === null) return;
    const locked = await this.admins.lockAll(tx, storeId, [caller.id, ...others]);
    if (!locked.includes(caller.id)) throw new AdminUnauthorized();
  }
}
