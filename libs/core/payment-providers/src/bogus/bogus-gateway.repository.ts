import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation, sql, type Statement } from '@tandem/database';
import { readStoredOutcome, succeeded } from '@tandem/provider-kit';
import { CHARGE, declineOf, RECEIVE_AGAIN, STORE_OUTCOME, TRANSACT } from './bogus-gateway.statement';
import type {
  Authorization,
  AuthorizedPayment,
  Declined,
  Outcome,
  PaymentAtGateway,
  ProviderMoney,
  Succeeded,
  TransactionResult,
  Unknown,
} from '@tandem/provider-kit';

type Stored = Succeeded<Authorization | TransactionResult> | Declined;

/** A request received by the gateway. */
export interface BogusRequest {
  readonly key: string;
  readonly verb: 'authorize' | 'capture' | 'refund' | 'cancel' | 'detach';
  /** Identifies the request's parameters, to detect a key reused for another request. */
  readonly fingerprint: string;
}

/** A charge to create. */
export interface BogusCharge {
  readonly externalId: string;
  readonly amount: ProviderMoney;
  readonly capture: boolean;
  /** The name of the card. */
  readonly card: string;
  /** Further details of the authorization. */
  readonly details: Omit<AuthorizedPayment, 'state' | 'reference'>;
}

/** A change of a charge. */
export interface BogusTransaction {
  readonly change: keyof typeof TRANSACT;
  readonly chargeId: string;
  /** Left out for a cancellation. */
  readonly amount?: ProviderMoney;
  /** The responses of cards that refuse it, by the card's name. */
  readonly refusals?: Readonly<Record<string, Declined>>;
}

interface Response<T> {
  readonly outcome: Outcome<T>;
  /** The name of the charge's card; null for a repeated request. */
  readonly card: string | null;
}

interface ChargeRow {
  currency: string;
  authorized: bigint;
  captured: bigint;
  refunded: bigint;
  canceled: boolean;
}

interface RequestRow {
  fingerprint: string;
  outcome: unknown;
  card?: string | null;
}

const RECEIVED = sql(
  'bogus find request',
  `SELECT fingerprint, outcome FROM bogus_requests WHERE idempotency_key = $1`,
);

const READ = sql(
  'bogus find charge',
  `SELECT currency, authorized, captured, refunded, canceled FROM bogus_charges WHERE id = $1`,
);

/**
 * The bogus gateway's own storage, as if it were another company's: charges that outlive our process, and requests
 * stored by idempotency key as Stripe does (same key, same response; same key with another request: an error).
 */
@Injectable()
export class BogusGateway {
  constructor(private readonly database: Database) {}

  async charge(request: BogusRequest, of: BogusCharge): Promise<Outcome<Authorization>> {
    const id = `bogus_ch_${randomBytes(12).toString('hex')}`;
    const { minor, currency } = of.amount;
    const state = of.capture ? 'captured' : 'authorized';
    const outcome = succeeded<Authorization>({ state, reference: id, ...of.details });
    const charge = [id, of.externalId, currency, minor, of.capture ? minor : 0n, of.card];
    return (await this.once<Authorization>(request, CHARGE, [JSON.stringify(outcome), ...charge])).outcome;
  }

  /** Stores a response that moves no money. */
  async storeOutcome<T extends Authorization | TransactionResult>(
    request: BogusRequest,
    outcome: Succeeded<T> | Declined,
  ): Promise<Outcome<T>> {
    return (await this.once<T>(request, STORE_OUTCOME, [JSON.stringify(outcome)])).outcome;
  }

  /** Changes a charge, unless its card refuses that. `resultOf` builds the response from the new transaction's `reference`. */
  transact<T extends TransactionResult>(
    request: BogusRequest,
    { change, chargeId, amount, refusals = {} }: BogusTransaction,
    resultOf: (reference: string) => T,
  ): Promise<Response<T>> {
    const reference = `bogus_${request.verb}_${randomBytes(12).toString('hex')}`;
    const outcomes = [succeeded(resultOf(reference)), declineOf(change), refusals];
    return this.once<T>(request, TRANSACT[change], [
      ...outcomes.map((outcome) => JSON.stringify(outcome)),
      chargeId,
      ...(amount ? [amount.minor, amount.currency] : []),
    ]);
  }

  async findByKey(key: string): Promise<Stored | null> {
    const [row] = await this.database.query<RequestRow>(RECEIVED, [key]);
    return readStoredOutcome(row?.outcome);
  }

  /** No cards are stored, only which profiles were detached. */
  async detachCard(profileId: string): Promise<void> {
    const request: BogusRequest = { key: detachmentKey(profileId), verb: 'detach', fingerprint: profileId };
    await this.storeOutcome<TransactionResult>(request, {
      status: 'succeeded',
      value: { reference: profileId },
    });
  }

  async isDetached(profileId: string): Promise<boolean> {
    return (await this.findByKey(detachmentKey(profileId))) !== null;
  }

  /** The current state of a charge; null if there is none. */
  async read(id: string): Promise<PaymentAtGateway | null> {
    const [row] = await this.database.query<ChargeRow>(READ, [id]);
    if (!row) return null;
    const money = (minor: bigint): ProviderMoney => ({ minor, currency: row.currency });
    const unpaid = row.canceled ? 'canceled' : 'authorized';
    return {
      state: row.captured > 0n ? 'captured' : unpaid,
      authorized: money(row.authorized),
      captured: money(row.captured),
      refunded: money(row.refunded),
      canceled: money(row.canceled ? row.authorized - row.captured : 0n),
    };
  }

  private async once<T extends Authorization | TransactionResult>(
    request: BogusRequest,
    statement: Statement,
    values: readonly unknown[],
  ): Promise<Response<T>> {
    const { key, verb, fingerprint } = request;
    try {
      const [row] = await this.database.query<RequestRow>(statement, [key, verb, fingerprint, ...values]);
      return { outcome: outcomeIn<T>(row), card: row?.card ?? null };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return { outcome: await this.repeat<T>(request), card: null };
    }
  }

  /** The response to the first request with the key. */
  private async repeat<T extends Authorization | TransactionResult>({
    key,
    fingerprint,
  }: BogusRequest): Promise<Outcome<T>> {
    const [row] = await this.database.query<RequestRow>(RECEIVE_AGAIN, [key]);
    return row?.fingerprint === fingerprint ? outcomeIn<T>(row) : REUSED_KEY;
  }
}

function outcomeIn<T>(row: RequestRow | undefined): Outcome<T> {
  return readStoredOutcome<T>(row?.outcome) ?? { status: 'unknown', cause: 'no outcome is stored' };
}

function detachmentKey(profileId: string): string {
  return `forget ${profileId}`;
}

// Not a decline: the first request with the key may have moved money.
const REUSED_KEY: Unknown = { status: 'unknown', cause: 'the idempotency key was used for another request' };
