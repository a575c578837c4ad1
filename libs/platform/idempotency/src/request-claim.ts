import { randomUUID } from 'node:crypto';
import { ClaimTaken, type Idempotency, type InlineClaim, type Result } from '@tandem/context';
import type { Tx } from '@tandem/database';
import { LeaseLost } from './idempotency.errors';
import {
  LEASE_SECONDS,
  type IdempotencyRepository,
  type KeyId,
  type StoredResponse,
} from './idempotency.repository';

/** The stored status of an error stored as data: the dialect determines it when the error is serialized. */
const REFUSED = 0;

const RENEWAL_MS = (LEASE_SECONDS * 1000) / 3;

/** What a claim needs from the route to store the act's outcome. */
export interface ClaimedRoute {
  /** The status of a success. */
  readonly status: number;
  /** Seals the read model, or the error, for storage. */
  sealModel(model: unknown): string;
}

/** One request's claim of its key: none yet, within a transaction, or by its own lease. */
export class RequestClaim implements Idempotency {
  private readonly claimToken = randomUUID();
  private renewal: NodeJS.Timeout | null = null;
  private state: 'not' | 'in transaction' | 'leased' = 'not';
  private isStored = false;
  private wasInline = false;

  constructor(
    private readonly keys: IdempotencyRepository,
    readonly key: KeyId,
    private readonly fingerprints: readonly [Buffer, ...Buffer[]],
    private readonly route: ClaimedRoute,
  ) {}

  get fingerprint(): Buffer {
    return this.fingerprints[0];
  }

  /** Whether the key was first used for this same request. */
  isSameRequest(fingerprint: Buffer): boolean {
    return this.fingerprints.some((own) => own.equals(fingerprint));
  }

  get seed(): string {
    return `${this.key.storeId}:${this.key.principal}:${this.key.keyHash.toString('hex')}`;
  }

  get inline(): InlineClaim | null {
    if (this.state !== 'not') return null;
    this.wasInline = true;
    const { principal, keyHash } = this.key;
    return { principal, keyHash, fingerprint: this.fingerprint, status: this.route.status };
  }

  /** Whether the act claimed the key; some acts have no effect that a key must make single. */
  get wasUsed(): boolean {
    return this.wasInline || this.state !== 'not';
  }

  get isLeased(): boolean {
    return this.state === 'leased';
  }

  async claim(tx: Tx): Promise<void> {
    if (this.state === 'leased') return;
    if (!(await this.keys.claim(tx, this.key, this.fingerprint, this.claimToken))) throw new ClaimTaken();
    // eslint-disable-next-line house/pure-work -- each attempt claims and sets this again
    this.state = 'in transaction';
    // eslint-disable-next-line house/pure-work -- the response of an earlier attempt was rolled back
    this.isStored = false;
  }

  async leaseIn(tx: Tx): Promise<void> {
    if (this.state === 'leased') return;
    const began = performance.now();
    await this.claim(tx);
    tx.afterCommit(() => {
      if (!this.isStored) this.startRenewal(performance.now() - began);
    });
  }

  async lease(): Promise<void> {
    if (this.state === 'leased') return;
    if (!(await this.keys.claim(this.keys.pool, this.key, this.fingerprint, this.claimToken)))
      throw new ClaimTaken();
    this.startRenewal();
  }

  /** Takes the request over from a process that died or stalled. */
  async takeOver(): Promise<boolean> {
    if (!(await this.keys.takeOver(this.key, this.claimToken))) return false;
    this.startRenewal();
    return true;
  }

  async storeResponse<T>(tx: Tx, result: Result<T>): Promise<void> {
    if (this.state === 'not') return;
    if (!(await this.keys.storeResponse(tx, this.key, this.claimToken, this.responseOf(result))))
      throw new LeaseLost();
    // eslint-disable-next-line house/pure-work -- if the transaction fails for good, the key is free when its lease expires
    this.isStored = true;
  }

  /** Ends the claim with what the act returned, unless a transaction already stored it. */
  async complete(model: unknown): Promise<void> {
    await this.release(() => this.responseOf({ value: model }));
  }

  /** Ends the claim with an error; null frees the key for a retry. */
  async completeWithError(refusal: StoredResponse | null): Promise<void> {
    await this.release(() => refusal);
  }

  /** Ends the lease when the outcome is unknown: the key stays claimed by this request, because money may have moved. */
  async completeUnknown(): Promise<void> {
    this.stopRenewal();
    if (this.state === 'leased' && !this.isStored) await this.keys.endLease(this.key, this.claimToken);
  }

  private async release(response: () => StoredResponse | null): Promise<void> {
    this.stopRenewal();
    if (this.state !== 'leased' || this.isStored) return;
    const stored = response();
    if (stored === null) await this.keys.free(this.key, this.claimToken);
    // If another process has taken over, its response counts.
    else void (await this.keys.storeResponse(this.keys.pool, this.key, this.claimToken, stored));
  }

  private responseOf(result: Result<unknown>): StoredResponse {
    if ('error' in result) return { status: REFUSED, model: this.route.sealModel(result.error) };
    return { status: this.route.status, model: this.route.sealModel(result.value) };
  }

  private stopRenewal(): void {
    if (this.renewal) clearInterval(this.renewal);
    this.renewal = null;
  }

  /** `ageMs`: of a lease whose transaction began that long ago. */
  private startRenewal(ageMs = 0): void {
    this.state = 'leased';
    const renew = (): void => void this.keys.renew(this.key, this.claimToken).catch(() => this.stopRenewal());
    if (ageMs > RENEWAL_MS) renew();
    this.renewal = setInterval(renew, RENEWAL_MS).unref();
  }
}
