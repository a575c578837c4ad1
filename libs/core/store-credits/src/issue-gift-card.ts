import { Injectable } from '@nestjs/common';
import { CustomersReader } from '@tandem/customers';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { newId, randomAlphanumeric } from '@tandem/ids';
import type { Money } from '@tandem/money';
import type { GiftCard } from './credit';
import { CreditsReader } from './credits.reader';
import { normalCode } from './gift-card-code';
import { GiftCardsRepository } from './gift-cards.repository';
import { GiftCardCustomerUnknown } from './store-credits.errors';

// 36^16 codes: at 300 attempts per minute none can be guessed.
const CODE_LENGTH = 16;

export interface IssueGiftCardInput {
  readonly amount: Money;
  /** Default: a random code. */
  readonly code?: string;
  /** The only customer who can use it; null: anyone with the code. */
  readonly customerId: string | null;
  readonly expiresAt: Date | null;
}

/** Issues a gift card. @throws GiftCardCodeTaken, GiftCardCustomerUnknown */
@Injectable()
export class IssueGiftCard {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersReader,
    private readonly cards: GiftCardsRepository,
    private readonly reader: CreditsReader,
  ) {}

  async run(ctx: RequestContext, input: IssueGiftCardInput): Promise<GiftCard> {
    const { customerId } = input;
    if (customerId !== null && !(await this.customers.find(ctx.storeId, customerId)))
      throw new GiftCardCustomerUnknown();
    const id = newId();
    const code = normalCode(input.code ?? randomAlphanumeric(CODE_LENGTH));
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      await this.cards.insert(tx, ctx.storeId, { ...input, id, code, createdBy: ctx.caller.id });
      return getOrThrow(await storeResponse(ctx, tx, { value: await this.reader.getGiftCard(ctx, id, tx) }));
    });
  }
}
