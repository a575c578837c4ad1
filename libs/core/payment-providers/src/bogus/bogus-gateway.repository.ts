import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, sql, type Tx } from '@tandem/database';
import { readStoredOutcome } from '@tandem/provider-kit';
import type {
  Authorization,
  AuthorizedPayment,
  Declined,
  DeclineCode,
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
}

// The key's row is locked first: of fifty concurrent equal requests one acts and the others wait for its response.
const RECEIVE = sql(
  'bogus insert request',
  `INSERT INTO bogus_requests (idempotency_key, verb, fingerprint, outcome) VALUES ($1, $2, $3, 'null')
   ON CONFLICT (idempotency_key) DO UPDATE SET received = bogus_requests.received + 1
   RETURNING fingerprint, outcome`,
);

const UPSERT = sql(
  'bogus store outcome',
  `UPDATE bogus_requests SET outcome = $2, charge_id = $3, amount = $4 WHERE idempotency_key = $1`,
);

const RECEIVED = sql(
  'bogus find request',
  `SELECT fingerprint, outcome FROM bogus_requests WHERE idempotency_key = $1`,
);

const CHARGE = sql(
  'bogus insert charge',
  `INSERT INTO bogus_charges (id, session_external_id, currency, authorized, captured, card) VALUES ($1, $2, $3, $4, $5, $6)`,
);

const READ = sql(
  'bogus find charge',
  `SELECT currency, authorized, captured, refunded, canceled FROM bogus_charges WHERE id = $1`,
);

const CARD_OF = sql('bogus find card of charge', `SELECT card FROM bogus_charges WHERE id = $1`);

const CHANGES = {
  capture: sql(
    'bogus capture',
    `UPDATE bogus_charges SET captured = captured + $2::bigint
      WHERE id = $1 AND currency = $3 AND NOT canceled AND $2::bigint > 0 AND captured + $2::bigint <= authorized
     RETURNING id`,
  ),
  // Releases the rest.
  capture_once: sql(
    'bogus capture once',
    `UPDATE bogus_charges SET captured = $2::bigint, canceled = $2::bigint < authorized
      WHERE id = $1 AND currency = $3 AND NOT canceled AND $2::bigint > 0 AND captured = 0 AND $2::bigint <= authorized
     RETURNING id`,
  ),
  refund: sql(
    'bogus refund',
    `UPDATE bogus_charges SET refunded = refunded + $2::bigint
      WHERE id = $1 AND currency = $3 AND $2::bigint > 0 AND refunded + $2::bigint <= captured RETURNING id`,
  ),
  cancel: sql(
    'bogus cancel',
    `UPDATE bogus_charges SET canceled = true WHERE id = $1 AND captured < authorized AND NOT canceled RETURNING id`,
  ),
};

const REFUSALS: Readonly<Record<keyof typeof CHANGES, [DeclineCode, string]>> = {
  capture: ['not_capturable', 'The amount exceeds what can still be captured'],
  capture_once: [
    'not_capturable',
    'The amount exceeds what can still be captured, or the charge is already captured',
  ],
  refund: ['not_refundable', 'The amount exceeds what can still be refunded'],
  cancel: ['not_cancelable', 'The charge is already captured or canceled'],
};

/**
 * The bogus gateway's own storage, as if it were another company's: charges that outlive our process, and requests
 * stored by idempotency key as Stripe does (same key, same response; same key with another request: an error).
 */
@Injectable()
export class BogusGateway {
  constructor(private readonly database: Database) {}

  charge(request: BogusRequest, of: BogusCharge): Promise<Outcome<Authorization>> {
    return this.once<Authorization>(request, async (tx) => {
      const id = `bogus_ch_${randomBytes(12).toString('hex')}`;
      const { minor, currency } = of.amount;
      await tx.query(CHARGE, [id, of.externalId, currency, minor, of.capture ? minor : 0n, of.card]);
      const state = of.capture ? 'captured' : 'authorized';
      const value = { state, reference: id, ...of.details } as const;
      return { outcome: { status: 'succeeded', value }, chargeId: id, amount: minor };
    });
  }

  /** Stores a response that moves no money. */
  storeOutcome<T extends Authorization | TransactionResult>(
    request: BogusRequest,
    outcome: Succeeded<T> | Declined,
  ): Promise<Outcome<T>> {
    return this.once<T>(request, () => Promise.resolve({ outcome, chargeId: null, amount: null }));
  }

  /** `resultOf` builds the response from the new transaction's `reference`. */
  transact<T extends TransactionResult>(
    request: BogusRequest,
    verb: keyof typeof CHANGES,
    of: { chargeId: string; amount?: ProviderMoney },
    resultOf: (reference: string) => T,
  ): Promise<Outcome<T>> {
    const { chargeId, amount } = of;
    return this.once<T>(request, async (tx) => {
      const values = amount ? [chargeId, amount.minor, amount.currency] : [chargeId];
      const [changed] = await tx.query(CHANGES[verb], values);
      if (!changed) return { outcome: declineOf(verb), chargeId, amount: null };
      const reference = `bogus_${request.verb}_${randomBytes(12).toString('hex')}`;
      return {
        outcome: { status: 'succeeded', value: resultOf(reference) },
        chargeId,
        amount: amount?.minor ?? null,
      };
    });
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

  async findCard(chargeId: string): Promise<string | null> {
    const [row] = await this.database.query<{ card: string }>(CARD_OF, [chargeId]);
    return row?.card ?? null;
  }

  private once<T extends Authorization | TransactionResult>(
    request: BogusRequest,
    work: (
      tx: Tx,
    ) => Promise<{ outcome: Succeeded<T> | Declined; chargeId: string | null; amount: bigint | null }>,
  ): Promise<Outcome<T>> {
    return this.database.transaction(async (tx) => {
      const { key, verb, fingerprint } = request;
      const [row] = await tx.query<RequestRow>(RECEIVE, [key, verb, fingerprint]);
      if (row && row.fingerprint !== fingerprint) return REUSED_KEY;
      const existing = readStoredOutcome<T>(row?.outcome);
      if (existing) return existing;
      const { outcome, chargeId, amount } = await work(tx);
      await tx.query(UPSERT, [key, JSON.stringify(outcome), chargeId, amount]);
      return outcome;
    });
  }
}

function detachmentKey(profileId: string): string {
  return `forget ${profileId}`;
}

// Not a decline: the first request with the key may have moved money.
const REUSED_KEY: Unknown = { status: 'unknown', cause: 'the idempotency key was used for another request' };

function declineOf(verb: keyof typeof CHANGES): Declined {
  const [code, message] = REFUSALS[verb];
  return { status: 'declined', code, message };
}
