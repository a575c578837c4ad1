import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { CaptureLimit, type CaptureLimitNow } from './capture-limit';
import type { Payment } from './payment';
import type { Movement } from './payments.repository';
import { RefundCredit } from './refund-credit';

/** What a movement that begins needs to know of its order. */
export interface OrderOfMovement {
  readonly capture?: CaptureLimitNow;
  readonly orderWasPlaced?: boolean;
}

/** Locks an order while a movement of one of its payments begins: nobody cancels it meanwhile, or places it. */
@Injectable()
export class HoldOrder {
  constructor(
    private readonly captureLimit: CaptureLimit,
    private readonly refundCredit: RefundCredit,
  ) {}

  /** Before the payment's lock: every transaction takes the two in this order. */
  async run(tx: Tx, movement: Movement, payment: Payment): Promise<OrderOfMovement> {
    switch (movement) {
      case 'capture':
        return { capture: await this.captureLimit.lock(tx, payment) };
      case 'refund':
        return this.refundCredit.begin(tx, payment);
      case 'cancel':
        await this.refundCredit.lockOrder(tx, payment);
        return {};
    }
  }
}
