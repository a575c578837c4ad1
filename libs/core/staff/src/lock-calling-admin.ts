import { Injectable } from '@nestjs/common';
import { AdminUnauthorized } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import type { Tx } from '@tandem/database';
import { AdminUsersRepository } from './admin-users.repository';
import { callingAdmin } from './calling-admin';

/**
 * Locks the calling admin's account until `tx` ends. The guard may let a deleted account in for up to a second; nothing
 * that it creates in that second may remain. A secret key has no account to lock. @throws AdminUnauthorized
 */
@Injectable()
export class LockCallingAdmin {
  constructor(private readonly users: AdminUsersRepository) {}

  /** Locks the accounts of `others` with it, all in one order, so that two callers cannot deadlock. */
  async run(tx: Tx, { storeId, caller }: RequestContext, others: readonly string[] = []): Promise<void> {
    const adminId = callingAdmin(caller);
    if (adminId === null) return;
    const locked = await this.users.lockAll(tx, storeId, [adminId, ...others]);
    if (!locked.includes(adminId)) throw new AdminUnauthorized();
  }
}
