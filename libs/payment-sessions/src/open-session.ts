import { Injectable } from '@nestjs/common';
import { ClaimTaken, type CoreError, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import { Money } from '@tandem/money';
import { OrderNotOpen, OrdersReader, type OrderRef } from '@tandem/orders';
import {
  AmountExceedsOutstanding,
  AmountNotPositive,
  CollectionsRepository,
} from '@tandem/payment-collections';
import { PaymentMethodNotFound, PaymentMethodsReader, type PaymentMethod } from '@tandem/payment-methods';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { ProviderData, ProviderSession } from '@tandem/provider-kit';
import type { CreateSessionRow } from './create-session.statement';
import { madeLocally, refuseCardNumbers } from './local-session';
import type { CreatedSnapshot } from './payment-session.row';
import { PaymentSessionsRepository, type CreateSessionValues } from './payment-sessions.repository';

/** What a caller asks for: an attempt to pay an order with a method. */
export interface OpenSessionInput {
  readonly order: OrderRef;
  readonly method: PaymentMethod;
  /** Left out: all that is outstanding. A function, for the order alone knows its currency. */
  readonly amount?: (currency: string) => Money;
  /** The caller's object for the provider. */
  readonly data: ProviderData;
  /** Medusa's rule: the collection's earlier sessions make way. */
  readonly replace: boolean;
  /** What an order out of reach is answered with. */
  readonly missing: CoreError;
}

/** A session ready to be stored. A remote provider has not been asked yet: `made` is null. */
export interface Draft {
  readonly input: OpenSessionInput;
  readonly sessionId: string;
  readonly amount: Money | null;
  readonly made: ProviderSession | null;
  readonly providerIds: readonly string[];
}

/** Prepares and stores a session; the acts that create one share it. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersReader,
    private readonly methods: PaymentMethodsReader,
    private readonly registry: ProviderRegistry,
    private readonly sessions: PaymentSessionsRepository,
    private readonly collections: CollectionsRepository,
  ) {}

  /** Everything that needs no lock: the amount, and the session as a local provider makes it. */
  async prepare(ctx: RequestContext, input: OpenSessionInput): Promise<Draft> {
    const sessionId = newId();
    const amount = input.amount ? await this.amountFor(ctx, input) : null;
    const made = await this.makeLocally(ctx, input, sessionId);
    refuseCardNumbers(made?.data ?? input.data);
    const active = await this.methods.active(ctx.storeId);
    return {
      input,
      sessionId,
      amount,
      made,
      providerIds: [...new Set(active.map((method) => method.providerId))],
    };
  }

  /** Claim, work and stored answer in one round trip; under a lock, when it was not alone. Null: it stood back. */
  async inOneStatement(ctx: RequestContext, draft: Draft): Promise<CreatedSnapshot | null> {
    const values = {
      ...this.values(ctx, draft),
      claim: ctx.idempotency.inline,
      standBackFromMoney: draft.input.replace,
    };
    const row = await this.sessions.create(this.database, values);
    if (wasAlone(row, values)) return this.result(draft, row, values);
    return this.database.transaction(async (tx) => {
      await this.lock(tx, ctx, draft);
      return this.result(draft, await this.sessions.create(tx, values), values);
    });
  }

  /** The same inside a caller's transaction, which holds the key's claim. */
  async within(tx: Tx, ctx: RequestContext, draft: Draft): Promise<CreatedSnapshot> {
    const values = { ...this.values(ctx, draft), claim: null, standBackFromMoney: false };
    const snapshot = this.result(draft, await this.sessions.create(tx, values), values);
    if (snapshot === null) throw new Error('a statement told not to stand back stood back');
    return snapshot;
  }

  /** Orders sessions of one collection one after the other. @throws what `missing` says */
  async lock(tx: Tx, ctx: RequestContext, draft: Draft): Promise<void> {
    const order = await this.orders.find(ctx, draft.input.order, tx);
    if (order === null) throw draft.input.missing;
    await this.collections.lock(tx, ctx.storeId, order.id);
  }

  private async amountFor(
    ctx: RequestContext,
    { amount, order, missing }: OpenSessionInput,
  ): Promise<Money | null> {
    const found = await this.orders.find(ctx, order);
    if (found === null) throw missing;
    return amount?.(found.total.currency) ?? null;
  }

  private async makeLocally(
    ctx: RequestContext,
    input: OpenSessionInput,
    sessionId: string,
  ): Promise<ProviderSession | null> {
    const provider = this.registry.get(input.method.providerId);
    if (!provider.facts.local.sessions) return null;
    const customerId = ctx.caller.reach.customerId;
    return madeLocally(
      await provider.createSession({ operationKey: sessionId, sessionId, data: input.data, customerId }),
    );
  }

  private values(
    ctx: RequestContext,
    draft: Draft,
  ): Omit<CreateSessionValues, 'claim' | 'standBackFromMoney'> {
    const { input, sessionId, amount, made, providerIds } = draft;
    return {
      storeId: ctx.storeId,
      order: input.order,
      reach: ctx.caller.reach,
      sessionId,
      methodId: input.method.id,
      amount: amount?.minor ?? null,
      externalId: made?.externalId ?? null,
      data: made?.data ?? input.data,
      replace: input.replace,
      customerId: ctx.caller.reach.customerId,
      providerIds,
    };
  }

  /** What the statement did: a snapshot, null where it stood back, or the reason it stored nothing. */
  private result(
    draft: Draft,
    row: CreateSessionRow | null,
    values: CreateSessionValues,
  ): CreatedSnapshot | null {
    if (row === null) throw draft.input.missing;
    if (row.was_inserted) return row.snapshot as CreatedSnapshot;
    if (row.was_held) throw new ClaimTaken();
    const refusal = refusalOf(row);
    if (refusal) throw refusal;
    if (values.standBackFromMoney && row.has_money) return null;
    throw new Error('a payment session could not be stored under the lock of its collection');
  }
}

/** False where the collection changed between what the statement saw and what it would hold. */
function wasAlone(row: CreateSessionRow | null, values: CreateSessionValues): boolean {
  if (row === null || row.was_held) return true;
  return refusalOf(row) !== null || (values.standBackFromMoney && row.has_money);
}

function refusalOf(row: CreateSessionRow): CoreError | null {
  if (row.order_state !== 'open') return new OrderNotOpen(row.order_state);
  if (!row.has_method) return new PaymentMethodNotFound();
  if (row.amount <= 0n) return new AmountNotPositive();
  if (row.amount > row.outstanding)
    return new AmountExceedsOutstanding(Money.of(row.outstanding, row.currency));
  return null;
}
