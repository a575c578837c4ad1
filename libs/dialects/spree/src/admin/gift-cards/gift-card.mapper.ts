import { readTime } from '@tandem/http';
import type { IssueGiftCardInput } from '@tandem/store-credits';
import { FieldInvalid } from '../../errors/spree-errors';
import { uuidOf } from '../../ids/spree-ids';
import { positiveMoneyIn } from '../../money/spree-money.mapper';
import type { IssueGiftCardDto } from './gift-card.dto';

/** @throws FieldInvalid */
export function toIssueGiftCard(body: IssueGiftCardDto): IssueGiftCardInput {
  return {
    amount: positiveMoneyIn(body.amount, body.currency, 'amount'),
    code: body.code,
    customerId: customerIn(body),
    expiresAt: body.expires_at === undefined ? null : readTime(body.expires_at),
  };
}

function customerIn({ customer_id }: IssueGiftCardDto): string | null {
  if (customer_id === undefined) return null;
  const id = uuidOf('customer', customer_id);
  if (id === null) throw new FieldInvalid('customer_id', 'is invalid');
  return id;
}
