import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import type { GatewayAccount } from '@tandem/payment-methods';
import { GatewayPaymentsReader } from '@tandem/payments';
import { GatewaySessionsRepository } from './abandon/gateway-sessions.repository';
import type { SessionPlace } from './session-locks';

/** Finds the session that a gateway's event is about. */
@Injectable()
export class GatewaySessionsReader {
  constructor(
    private readonly sessions: GatewaySessionsRepository,
    private readonly payments: GatewayPaymentsReader,
  ) {}

  /** By the gateway's id of the session, or else of the charge, in any store of the account; null for an unknown id. */
  async findPlace(tx: Tx, account: GatewayAccount, externalId: string): Promise<SessionPlace | null> {
    const session = await this.sessions.findByExternalId(tx, account, externalId);
    if (session !== null) return session;
    const payment = await this.payments.findByReference(tx, account, externalId);
    return payment && { ...payment, id: payment.sessionId };
  }
}
