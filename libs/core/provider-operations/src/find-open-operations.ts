import { Injectable } from '@nestjs/common';
import type { Page, Paging } from '@tandem/context';
import { Money } from '@tandem/money';
import type { ProviderVerb } from '@tandem/provider-kit';
import { OpenOperationsRepository } from './open-operations.repository';

/** A call without a final outcome, as shown to operators. */
export interface OpenOperation {
  readonly id: string;
  readonly orderId: string;
  readonly sessionId: string;
  /** Null for a verb about the session. */
  readonly paymentId: string | null;
  readonly providerId: string;
  readonly verb: ProviderVerb;
  readonly amount: Money;
  /** How many times it was sent. */
  readonly attempts: number;
  /** By the database's clock. */
  readonly ageSeconds: number;
  readonly sentAt: Date;
  readonly createdAt: Date;
}

@Injectable()
export class FindOpenOperations {
  constructor(private readonly operations: OpenOperationsRepository) {}

  /** The store's open operations, oldest first. */
  async findPage({ storeId }: { readonly storeId: string }, paging: Paging): Promise<Page<OpenOperation>> {
    const { items, count } = await this.operations.findPage(storeId, paging);
    return {
      items: items.map(({ minor, currency, ...row }) => ({ ...row, amount: Money.of(minor, currency) })),
      count,
    };
  }
}
