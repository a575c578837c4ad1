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

type Kept = Succeeded<Authorization | TransactionResult> | Declined;

/** A request as the gateway hears it. */
export interface BogusRequest {
  readonly key: string;
  readonly verb: 'authorize' | 'capture' | 'refund' | 'cancel' | 'detach';
  /** What makes two requests with one key the same. */
  readonly fingerprint: string;
}

/** A charge that is about to be made. */
export interface BogusCharge {
  readonly externalId: string;
  readonly amount: ProviderMoney;
  readonly capture: boolean;
  /** The name of the card. */
  readonly card: string;
  /** What the authorization tells besides. */
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

// The key's row is taken first, so that of fifty equal requests at once one acts and the others wait for its answer.
const RECEIVE = sql(
  'bogus receive',
  `INSERT INTO bogus_requests (idempotency_key, verb, fingerprint, outcome) VALUES ($1, $2, $3, 'null')
   ON CONFLICT (idempotency_key) DO UPDATE SET received = bogus_requests.received + 1
   RETURNING fingerprint, outcome`,
);

const KEEP = sql(
  'bogus keep',
  `UPDATE bogus_requests SET outcome = $2, charge_id = $3, amount = $4 WHERE idempotency_key = $1`,
);

const RECEIVED = sql(
  'bogus received',
  `SELECT fingerprint, outcome FROM bogus_requests WHERE idempotency_key = $1`,
);

const CHARGE = sql(
  'bogus charge',
  `INSERT INTO bogus_charges (id, session_external_id, currency, authorized, captured, card) VALUES ($1, $2, $3, $4, $5, $6)`,
);

const READ = sql(
  'bogus read charge',
  `SELECT currency, authorized, captured, refunded, canceled FROM bogus_charges WHERE id = $1`,
);

const CARD_OF = sql('bogus card of charge', `SELECT card FROM bogus_charges WHERE id = $1`);

const CHANGES = {
  capture: sql(
    'bogus capture',
    `UPDATE bogus_charges SET captured = captured + $2::bigint
      WHERE id = $1 AND currency = $3 AND NOT canceled AND $2::bigint > 0 AND captured + $2::bigint <= authorized
     RETURNING id`,
  ),
  // With it the gateway lets go of the rest.
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
  capture: ['not_capturable', 'The charge has less than that left to capture'],
  capture_once: ['not_capturable', 'The charge has less than that left to capture, or is captured already'],
  refund: ['not_refundable', 'The charge has less than that left to refund'],
  cancel: ['not_cancelable', 'The charge is captured or canceled already'],
};

/**
 * The bogus gateway's own world, as if it were another company's: charges that outlive our process, and requests
 * remembered by their idempotency key as Stripe does (same key, same answer; same key, other request: an error).
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

  /** An answer that moves nothing is remembered too. */
  remember<T extends Authorization | TransactionResult>(
    request: BogusRequest,
    outcome: Succeeded<T> | Declined,
  ): Promise<Outcome<T>> {
    return this.once<T>(request, () => Promise.resolve({ outcome, chargeId: null, amount: null }));
  }

  /** `resultOf` is what the gateway answers of the transaction that it names by `reference`. */
  change<T extends TransactionResult>(
    request: BogusRequest,
    verb: keyof typeof CHANGES,
    of: { chargeId: string; amount?: ProviderMoney },
    resultOf: (reference: string) => T,
  ): Promise<Outcome<T>> {
    const { chargeId, amount } = of;
    return this.once<T>(request, async (tx) => {
      const values = amount ? [chargeId, amount.minor, amount.currency] : [chargeId];
      const [changed] = await tx.query(CHANGES[verb], values);
      if (!changed) return { outcome: refusal(verb), chargeId, amount: null };
      const reference = `bogus_${request.verb}_${randomBytes(12).toString('hex')}`;
      return {
        outcome: { status: 'succeeded', value: resultOf(reference) },
        chargeId,
        amount: amount?.minor ?? null,
      };
    });
  }

  async find(key: string): Promise<Kept | null> {
    const [row] = await this.database.query<RequestRow>(RECEIVED, [key]);
    return readStoredOutcome(row?.outcome);
  }

  /** Keeps no cards, but which of them it was told to forget. */
  async forget(profileId: string): Promise<void> {
    const request: BogusRequest = { key: forgetting(profileId), verb: 'detach', fingerprint: profileId };
    await this.remember<TransactionResult>(request, { status: 'succeeded', value: { reference: profileId } });
  }

  async hasForgotten(profileId: string): Promise<boolean> {
    return (await this.find(forgetting(profileId))) !== null;
  }

  /** A charge as it stands; null where there is none. */
  async read(id: string): Promise<PaymentAtGateway | null> {
    const [row] = await this.database.query<ChargeRow>(READ, [id]);
    if (!row) return null;
    const money = (minor: bigint): ProviderMoney => ({ minor, currency: row.currency });
    const held = row.canceled ? 'canceled' : 'authorized';
    return {
      state: row.captured > 0n ? 'captured' : held,
      authorized: money(row.authorized),
      captured: money(row.captured),
      refunded: money(row.refunded),
      canceled: money(row.canceled ? row.authorized - row.captured : 0n),
    };
  }

  async cardOf(chargeId: string): Promise<string | null> {
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
      const before = readStoredOutcome<T>(row?.outcome);
      if (before) return before;
      const { outcome, chargeId, amount } = await work(tx);
      await tx.query(KEEP, [key, JSON.stringify(outcome), chargeId, amount]);
      return outcome;
    });
  }
}

function forgetting(profileId: string): string {
  return `forget ${profileId}`;
}

// Not a decline: the key's first request may well have moved money.
const REUSED_KEY: Unknown = { status: 'unknown', cause: 'the idempotency key was used for another request' };

function refusal(verb: keyof typeof CHANGES): Declined {
  const [code, message] = REFUSALS[verb];
  return { status: 'declined', code, message };
}
