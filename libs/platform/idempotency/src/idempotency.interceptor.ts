import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ClaimTaken, type RequestContext } from '@tandem/context';
import { isTransientDbError } from '@tandem/database';
import {
  answersOf,
  contextOf,
  dialectOf,
  setContext,
  takesAnonymousKeys,
  type Answers,
  type Dialect,
} from '@tandem/http';
import type { Request, Response } from 'express';
import { defer, lastValueFrom, type Observable } from 'rxjs';
import { Fingerprints, sha256, type Comparable } from './fingerprint';
import { IdempotencyKeyTooLong } from './idempotency.errors';
import { IdempotencyRepository, type KeptAnswer } from './idempotency.repository';
import { Replays } from './replays';
import { RequestClaim } from './request-claim';

const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

// A later try may fare better (401, 403, 408, 409, 429), so these are not kept; nor is anything above 499.
const NOT_KEPT = new Set([401, 403, 408, 409, 429]);

/** What the interceptor knows of a request before it runs. */
interface Asked {
  readonly request: Request;
  readonly response: Response;
  readonly answers: Answers;
  readonly dialect: Dialect;
  readonly takesAnonymousKeys: boolean;
  readonly next: CallHandler;
}

/**
 * Turns what a handler returns into the route's answer, and with an Idempotency-Key into the one answer that every
 * repeat of the request gets. It runs after the guards, so a replay is as authorized as the first.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly keys: IdempotencyRepository,
    private readonly replays: Replays,
    private readonly fingerprints: Fingerprints,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const handler = execution.getHandler();
    const answers = answersOf(handler);
    if (answers === null) return next.handle();
    const http = execution.switchToHttp();
    const asked: Asked = {
      request: http.getRequest<Request>(),
      response: http.getResponse<Response>(),
      answers,
      dialect: dialectOf(execution.getClass()),
      takesAnonymousKeys: takesAnonymousKeys(handler),
      next,
    };
    return defer(() => this.run(asked));
  }

  private async run(asked: Asked): Promise<unknown> {
    const claim = this.claimOf(asked);
    if (claim === null) return present(asked, await lastValueFrom(asked.next.handle()));
    return this.runOnce(asked, claim);
  }

  /** The request's hold on its key, put into its context; null without a key, or where nobody owns one. */
  private claimOf(asked: Asked): RequestClaim | null {
    const { request, answers } = asked;
    const key = request.get('idempotency-key')?.trim() ?? '';
    if (key.length > 255) throw new IdempotencyKeyTooLong();
    const ctx = contextOf(request);
    const principal = ctx.caller.principal ?? this.visitorOf(asked);
    if (key === '' || !CHANGES.has(request.method) || principal === null) return null;
    const id = { storeId: ctx.storeId, principal, keyHash: sha256(key) };
    const claim = new RequestClaim(this.keys, id, this.fingerprints.of(comparable(request)), {
      status: answers.status,
      write: (settled) =>
        'refusal' in settled ? refusalOf(asked, settled.refusal) : successOf(asked, settled.value),
    });
    setContext(request, withClaim(ctx, claim));
    return claim;
  }

  /** A visitor is known by the address alone: a key that others guess gives them nothing. */
  private visitorOf({ request, takesAnonymousKeys: isTaken }: Asked): string | null {
    return isTaken ? `visitor:${this.fingerprints.ofAddress(request.ip ?? '')}` : null;
  }

  private async runOnce(asked: Asked, claim: RequestClaim): Promise<unknown> {
    try {
      const value: unknown = await lastValueFrom(asked.next.handle());
      await claim.end(() => successOf(asked, value));
      return present(asked, value);
    } catch (error) {
      return this.afterFailure(asked, claim, error);
    }
  }

  private async afterFailure(asked: Asked, claim: RequestClaim, error: unknown): Promise<unknown> {
    if (error instanceof ClaimTaken) return this.replay(asked, claim);
    const refusal = keptRefusalOf(asked, error);
    if (claim.isLeased) {
      const ended = claim.end(() => refusal);
      // With the database in trouble nobody waits for it once more: the lease is over soon.
      if (isTransientDbError(error)) ended.catch(() => undefined);
      else await ended;
      throw error;
    }
    // A repeat can fail where the first succeeded, e.g. for the order is completed now: the first answer stands.
    const isTaken = refusal !== null && !(await this.keys.keepRefusal(claim.key, claim.fingerprint, refusal));
    if (isTaken) return this.replay(asked, claim);
    throw error;
  }

  private async replay(asked: Asked, claim: RequestClaim): Promise<unknown> {
    const earlier = await this.replays.await(claim);
    if (earlier === 'run again') return this.runOnce(asked, claim);
    asked.response.status(earlier.status).setHeader('Idempotent-Replayed', 'true');
    if (earlier.body !== null) return JSON.parse(earlier.body) as unknown;
    return present(asked, asked.answers.revive(earlier.snapshot));
  }
}

function comparable(request: Request): Comparable {
  return { method: request.method, path: request.path, query: request.query, body: request.body as unknown };
}

function withClaim(ctx: RequestContext, idempotency: RequestClaim): RequestContext {
  return { ...ctx, idempotency };
}

function present({ answers, request }: Asked, value: unknown): unknown {
  return answers.present(value, request);
}

function successOf(asked: Asked, value: unknown): KeptAnswer {
  return { status: asked.answers.status, body: JSON.stringify(present(asked, value)) };
}

function refusalOf({ dialect, request }: Asked, error: unknown): KeptAnswer {
  const { status, body } = dialect.presentError(error, request.path);
  return { status, body: JSON.stringify(body) };
}

function keptRefusalOf(asked: Asked, error: unknown): KeptAnswer | null {
  const refusal = refusalOf(asked, error);
  return refusal.status < 500 && !NOT_KEPT.has(refusal.status) ? refusal : null;
}
