import { Injectable, type ExecutionContext } from '@nestjs/common';
import { ClaimTaken, CoreError } from '@tandem/context';
import { isTransientDbError } from '@tandem/database';
import {
  AsyncInterceptor,
  dialectOf,
  findContext,
  InvalidRequest,
  routeResponseOf,
  SerializedBody,
  setContext,
  takesAnonymousKeys,
  type Dialect,
  type RouteResponse,
} from '@tandem/http';
import type { Request, Response } from 'express';
import { Fingerprints, sha256, type Comparable } from './fingerprint';
import { IdempotencyKeyTooLong } from './idempotency.errors';
import { IdempotencyRepository, type StoredResponse } from './idempotency.repository';
import { RecentKeys } from './recent-keys';
import { Replays, type FirstResponse } from './replays';
import { RequestClaim } from './request-claim';
import { SealedReadModels } from './sealed-read-models';

const MUTATING_METHODS = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

// A retry may succeed (401, 403, 408, 409, 429), so these are not stored; neither is anything above 499.
const NOT_STORED = new Set([401, 403, 408, 409, 429]);

/** A request with a key, before it runs. */
interface KeyedRequest {
  readonly request: Request;
  readonly response: Response;
  readonly route: RouteResponse;
  readonly dialect: Dialect;
  readonly proceed: () => Promise<unknown>;
}

/**
 * Runs a request with an Idempotency-Key once; repeats replay the read model of the first. It runs after the guards, so a replay
 * needs the same authorization.
 */
@Injectable()
export class IdempotencyInterceptor extends AsyncInterceptor {
  constructor(
    private readonly keys: IdempotencyRepository,
    private readonly replays: Replays,
    private readonly fingerprints: Fingerprints,
    private readonly models: SealedReadModels,
    private readonly recent: RecentKeys,
  ) {
    super();
  }

  async around(execution: ExecutionContext, proceed: () => Promise<unknown>): Promise<unknown> {
    const http = execution.switchToHttp();
    const request = http.getRequest<Request>();
    const key = request.get('idempotency-key')?.trim() ?? '';
    const route = key === '' ? null : routeResponseOf(execution.getHandler());
    if (route === null) return proceed();
    const dialect = dialectOf(execution.getClass());
    const keyed = { request, response: http.getResponse<Response>(), route, dialect, proceed };
    const claim = this.claimOf(keyed, key, takesAnonymousKeys(execution.getHandler()));
    return claim === null ? proceed() : this.respond(keyed, claim);
  }

  /** Claims the key and puts the claim into the request's context; null if the key has no owner. @throws IdempotencyKeyTooLong */
  private claimOf(keyed: KeyedRequest, key: string, takesAnonymous: boolean): RequestClaim | null {
    const { request, route } = keyed;
    // A gateway's event has no caller, so its keys are ignored.
    const ctx = findContext(request);
    if (ctx === null) return null;
    if (key.length > 255) throw new IdempotencyKeyTooLong();
    const principal = ctx.caller.principal ?? (takesAnonymous ? this.visitorOf(request) : null);
    if (!MUTATING_METHODS.has(request.method) || principal === null) return null;
    const id = { storeId: ctx.storeId, principal, keyHash: sha256(key) };
    const claim = new RequestClaim(this.keys, id, this.fingerprints.calculate(comparable(request)), {
      status: route.status,
      sealModel: (model) => this.models.seal(id, model),
    });
    setContext(request, { ...ctx, idempotency: claim });
    return claim;
  }

  /** A visitor is identified by address only, so guessing another visitor's key yields nothing. */
  private visitorOf(request: Request): string {
    return `visitor:${this.fingerprints.hashAddress(request.ip ?? '')}`;
  }

  private respond(keyed: KeyedRequest, claim: RequestClaim): Promise<unknown> {
    return this.recent.has(claim.key) ? this.replay(keyed, claim) : this.runOnce(keyed, claim);
  }

  private async runOnce(keyed: KeyedRequest, claim: RequestClaim): Promise<unknown> {
    try {
      const model: unknown = await keyed.proceed();
      await claim.complete(model);
      if (claim.wasUsed) this.recent.add(claim.key);
      return model;
    } catch (error) {
      return this.afterFailure(keyed, claim, error);
    }
  }

  private async afterFailure(keyed: KeyedRequest, claim: RequestClaim, error: unknown): Promise<unknown> {
    if (error instanceof ClaimTaken) return this.replay(keyed, claim);
    const refusal = this.storableRefusalOf(keyed, claim, error);
    if (refusal !== null) this.recent.add(claim.key);
    if (claim.isLeased) {
      const ended = outcomeIsUnknown(error) ? claim.completeUnknown() : claim.completeWithError(refusal);
      // When the database fails, do not wait for it again: the lease expires soon.
      if (isTransientDbError(error)) ended.catch(() => undefined);
      else await ended;
      throw error;
    }
    // A repeat can fail where the first succeeded (the order is complete by now): the first response stands.
    const isClaimed =
      refusal !== null && !(await this.keys.storeRefusal(claim.key, claim.fingerprint, refusal));
    if (isClaimed) return this.replay(keyed, claim);
    throw error;
  }

  private async replay(keyed: KeyedRequest, claim: RequestClaim): Promise<unknown> {
    const first = await this.replays.awaitFirst(claim);
    if (first === 'run again') return this.runOnce(keyed, claim);
    this.recent.add(claim.key);
    const model = this.modelOf(claim, first, keyed.route);
    keyed.response.setHeader('Idempotent-Replayed', 'true');
    if (model instanceof CoreError) return refusedAgain(keyed, model);
    keyed.response.status(first.status);
    return model;
  }

  /** What is stored of a refusal. The body of a malformed request's: what that one sent, maybe a password, is in its data. */
  private storableRefusalOf(
    keyed: KeyedRequest,
    { key }: RequestClaim,
    error: unknown,
  ): StoredResponse | null {
    const { status, body } = keyed.dialect.serializeError(error, keyed.request.path);
    if (status >= 500 || NOT_STORED.has(status)) return null;
    const isData = error instanceof CoreError && !(error instanceof InvalidRequest);
    return isData ? { status, model: this.models.seal(key, error) } : { status, body: JSON.stringify(body) };
  }

  /** What the first response was serialized from. */
  private modelOf({ key }: RequestClaim, { body, snapshot }: FirstResponse, route: RouteResponse): unknown {
    if (body !== null) return new SerializedBody(JSON.parse(body));
    if (snapshot === null) throw new Error('a completed idempotency key has no stored response');
    return this.models.unseal(key, snapshot, (text) => route.deserialize(text));
  }
}

function comparable(request: Request): Comparable {
  const body: unknown = request.body;
  return { method: request.method, path: request.path, query: request.query, body };
}

function refusedAgain({ dialect, request, response }: KeyedRequest, refusal: CoreError): SerializedBody {
  const { status, body } = dialect.serializeError(refusal, request.path);
  response.status(status);
  return new SerializedBody(body);
}

function outcomeIsUnknown(error: unknown): boolean {
  return error instanceof CoreError && error.moneyMayHaveMoved;
}
