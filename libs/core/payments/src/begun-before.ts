import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import type { Money } from '@tandem/money';
import { ProviderOperations, type Begun } from '@tandem/provider-operations';
import { capturable, type Payment } from './payment';
import type { Movement } from './payments.repository';

/** What is about to begin, of which locked payment. */
interface About {
  readonly payment: Payment;
  readonly key: string;
  /** The request's own; null where it has none. */
  readonly seed: string | null;
  /** Left out: all that is left. */
  readonly asked?: Money;
}

/** The operation that a request finds begun: its own from before a crash, or another's of the very same. */
@Injectable()
export class BegunBefore {
  constructor(private readonly operations: ProviderOperations) {}

  async find(tx: Tx, movement: Movement, about: About): Promise<Begun | null> {
    const { payment, key, seed } = about;
    const own = seed === null ? null : await this.operations.findByKey(tx, payment.storeId, key);
    return own ? { operation: own, by: 'us before' } : this.sameInFlight(tx, movement, about);
  }

  /** A double click: all that is left is being captured or canceled already, so this one waits for what comes of it. */
  private async sameInFlight(tx: Tx, movement: Movement, { payment, asked }: About): Promise<Begun | null> {
    const isTaken = payment.capturing.isPositive() && !capturable(payment).isPositive();
    if (movement === 'refund' || asked || !isTaken) return null;
    const open = await this.operations.openOfPayments(tx, payment.storeId, [payment.id]);
    const same = open.find(({ verb }) => verb === movement);
    return same ? { operation: same, by: 'another' } : null;
  }
}
