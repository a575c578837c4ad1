import { Injectable } from '@nestjs/common';
import type { Page, Paging, RequestContext } from '@tandem/context';
import { Database, type Queryable } from '@tandem/database';
import { PaymentMethodsReader } from '@tandem/payment-methods';
import type { SavedCard } from './saved-card';
import { SavedCardsRepository, type CardOwner } from './saved-cards.repository';
import { SavedCardNotFound, SetupSessionNotFound } from '../saved-methods.errors';
import type { SetupSessionDetails } from '../setup-sessions/setup-session';
import { SetupSessionsRepository } from '../setup-sessions/setup-sessions.repository';

/** Reads a customer's setup sessions and saved cards. Other customers' records are not found. */
@Injectable()
export class SavedMethodsReader {
  constructor(
    private readonly database: Database,
    private readonly methods: PaymentMethodsReader,
    private readonly cards: SavedCardsRepository,
    private readonly setups: SetupSessionsRepository,
  ) {}

  /** @throws SetupSessionNotFound */
  async getSetupSession(
    ctx: RequestContext,
    id: string,
    on: Queryable = this.database,
  ): Promise<SetupSessionDetails> {
    const { customerId } = ctx.caller.scope;
    const isNamed = id !== null && customerId !== null;
    const setup = isNamed ? await this.setups.findById(on, ctx.storeId, customerId, id) : null;
    if (setup === null) throw new SetupSessionNotFound();
    return { setup, method: await this.methods.getIncludingRemoved(ctx.storeId, setup.paymentMethodId, on) };
  }

  /** @throws SavedCardNotFound */
  async getCard(ctx: RequestContext, id: string): Promise<SavedCard> {
    return this.getCustomerCard(ctx.storeId, ctx.caller.scope.customerId, id);
  }

  /** A card of this customer. @throws SavedCardNotFound */
  async getCustomerCard(
    storeId: string,
    customerId: string | null,
    id: string,
    on: Queryable = this.database,
  ): Promise<SavedCard> {
    const card = customerId === null ? null : await this.cards.findById(on, storeId, customerId, id);
    if (card === null) throw new SavedCardNotFound();
    return card;
  }

  /** A customer's card of that method by the gateway's id; null if not saved here, although the gateway may have it. */
  findCardByProfile(owner: Omit<CardOwner, 'providerId'>, profileId: string): Promise<SavedCard | null> {
    return this.cards.findByProfile(this.database, owner, profileId);
  }

  /** Newest first. */
  findPage(ctx: RequestContext, paging: Paging): Promise<Page<SavedCard>> {
    const { customerId } = ctx.caller.scope;
    if (customerId === null) return Promise.resolve({ items: [], count: 0 });
    return this.cards.findPage(this.database, ctx.storeId, customerId, paging);
  }

  /** The cards of payments by id, including removed ones. */
  async findCardsById(
    storeId: string,
    ids: readonly string[],
    on: Queryable = this.database,
  ): Promise<ReadonlyMap<string, SavedCard>> {
    return new Map((await this.cards.findAny(on, storeId, ids)).map((card) => [card.id, card]));
  }
}
