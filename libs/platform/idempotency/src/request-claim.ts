import { randomUUID } from 'node:crypto';
import { ClaimTaken, type Idempotency, type InlineClaim, type Settled } from '@tandem/context';
import type { Tx } from '@tandem/database';
import { LeaseLost } from './idempotency.errors';
import {
  LEASE_SECONDS,
  type IdempotencyRepository,
  type KeyId,
  type StoredResponse,
} from './idempotency.repository';

/** What is stored as the status of a refusal that is data: the dialect says it when the refusal is serialized. */
const REFUSED = 0;

/** What a claim must know of the route to store what an act ends in. */
export interface ClaimedRoute {
  /** The status of a success. */
  readonly status: number;
  /** The read model as it is stored, or a refusal. */
  sealModel(model: unknown): string;
}

/** One request's hold on its key: none yet, inside a transaction, or by a lease of its own. */
export class RequestClaim implements Idempotency {
  private readonly fence = randomUUID();
  private renewal: NodeJS.Timeout | null = null;
  private held: 'not' | 'in transaction' | 'leased' = 'not';
  private isStored = false;

  constructor(
    private readonly keys: IdempotencyRepository,
    readonly key: KeyId,
    private readonly fingerprints: readonly [Buffer, ...Buffer[]],
    private readonly route: ClaimedRoute,
  ) {}

  get fingerprint(): Buffer {
    return this.fingerprints[0];
  }

  /** Whether the key was used for this same request. */
  isSameRequest(fingerprint: Buffer): boolean {
    return this.fingerprints.some((own) => own.equals(fingerprint));
  }

  get seed(): string {
    return `${this.key.storeId}:${this.key.principal}:${this.key.keyHash.toString('hex')}`;
  }

  get inline(): InlineClaim | null {
    if (this.held !== 'not') return null;
    const { principal, keyHash } = this.key;
    return { principal, keyHash, fingerprint: this.fingerprint, status: this.route.status };
  }

  get isLeased(): boolean {
    return this.held === 'leased';
  }

  async claim(tx: Tx): Promise<void> {
    if (this.held === 'leased') return;
    if (!(await this.keys.claim(tx, this.key, this.fingerprint, this.fence))) throw new ClaimTaken();
    // eslint-disable-next-line house/pure-work -- each run claims, and says so, anew
    this.held = 'in transaction';
  }

  async lease(): Promise<void> {
    if (this.held === 'leased') return;
    if (!(await this.keys.claim(this.keys.pool, this.key, this.fingerprint, this.fence)))
      throw new ClaimTaken();
    this.keepLease();
  }

  /** Takes the request over from a process that died or stalled. */
  async takeOver(): Promise<boolean> {
    if (!(await this.keys.takeOver(this.key, this.fence))) return false;
    this.keepLease();
    return true;
  }

  async answer<T>(tx: Tx, settled: Settled<T>): Promise<void> {
    if (this.held === 'not') return;
    if (!(await this.keys.storeResponse(tx, this.key, this.fence, this.responseOf(settled))))
      throw new LeaseLost();
    // eslint-disable-next-line house/pure-work -- where it is undone for good, the key is free once its lease is over
    this.isStored = true;
  }

  /** Ends the request's hold with what its act returned, where no transaction of it stored that. */
  async end(model: unknown): Promise<void> {
    await this.release(() => this.responseOf({ value: model }));
  }

  /** The same with a refusal; null frees the key for another try. */
  async endRefused(refusal: StoredResponse | null): Promise<void> {
    await this.release(() => refusal);
  }

  /** Ends it where the outcome is unknown: the key stays this request's, for money may have moved under it. */
  async endUnknown(): Promise<void> {
    this.stopRenewal();
    if (this.held === 'leased' && !this.isStored) await this.keys.endLease(this.key, this.fence);
  }

  private async release(response: () => StoredResponse | null): Promise<void> {
    this.stopRenewal();
    if (this.held !== 'leased' || this.isStored) return;
    const stored = response();
    if (stored === null) await this.keys.free(this.key, this.fence);
    // Where another process has taken over, its response is the one that counts.
    else void (await this.keys.storeResponse(this.keys.pool, this.key, this.fence, stored));
  }

  private responseOf(settled: Settled<unknown>): StoredResponse {
    if ('refusal' in settled) return { status: REFUSED, model: this.route.sealModel(settled.refusal) };
    return { status: this.route.status, model: this.route.sealModel(settled.value) };
  }

  private stopRenewal(): void {
    if (this.renewal) clearInterval(this.renewal);
    this.renewal = null;
  }

  private keepLease(): void {
    this.held = 'leased';
    const renew = (): void => void this.keys.renew(this.key, this.fence).catch(() => this.stopRenewal());
    this.renewal = setInterval(renew, (LEASE_SECONDS * 1000) / 3).unref();
  }
}
