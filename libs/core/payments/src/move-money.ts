import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { CarryOut, type Begun } from '@tandem/provider-operations';
import { Ledger, type MovementInput } from './ledger';
import type { LedgerEntry } from './ledger-entry';
import { PaymentsReader, type PaymentHistory } from './payments.reader';
import type { Movement } from './payments.repository';

/** A payment after a movement of it, with the entry that the movement left. */
export interface Moved extends PaymentHistory {
  readonly entry: LedgerEntry;
}

/** The three steps that every movement shares: reserve, call, settle. */
@Injectable()
export class MoveMoney {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly carryOut: CarryOut,
    private readonly payments: PaymentsReader,
  ) {}

  async run(ctx: RequestContext, movement: Movement, input: MovementInput): Promise<Moved> {
    await ctx.idempotency.lease();
    const begun = await this.database.transaction((tx) => this.ledger.reserve(tx, ctx, movement, input));
    const outcome = await this.carryOut.moveMoney(begun);
    const settled = await this.database.transaction(async (tx) => {
      const result = await this.ledger.settle(tx, begun.operation, outcome);
      if ('refusal' in result) return answer<Moved>(ctx, tx, result);
      return answer(ctx, tx, { value: await this.moved(tx, input.payment.id, begun) });
    });
    return unwrap(settled);
  }

  private async moved(tx: Tx, paymentId: string, { operation }: Begun): Promise<Moved> {
    const history = await this.payments.history(tx, operation.storeId, paymentId);
    const entry = history.entries.find(({ operationId }) => operationId === operation.id);
    if (!entry) throw new Error(`operation ${operation.id} is settled and has left no entry`);
    return { ...history, entry };
  }
}
