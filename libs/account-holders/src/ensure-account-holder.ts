import { Injectable } from '@nestjs/common';
import { ProviderRegistry } from '@tandem/payment-providers';
import {
  containsCardNumber,
  type Declined,
  type ProviderAccountHolder,
  type ProviderCustomer,
} from '@tandem/provider-kit';
import { keyOf, OutcomeUnknown, ProviderCalls } from '@tandem/provider-operations';
import type { HolderOf, Payer } from './account-holder';
import { AccountHolderRefused } from './account-holders.errors';
import { AccountHoldersRepository } from './account-holders.repository';

/** What a provider without account holders would answer; the registry lets none claim otherwise. */
const UNSUPPORTED: Declined = {
  status: 'declined',
  code: 'other',
  message: 'The payment provider knows no customers',
};

/**
 * A customer with who they are at a gateway, made known there the first time. The key is made of customer and provider, so
 * two at once, and a retry after a crash, make one.
 * @throws AccountHolderRefused, OutcomeUnknown
 */
@Injectable()
export class EnsureAccountHolder {
  constructor(
    private readonly registry: ProviderRegistry,
    private readonly calls: ProviderCalls,
    private readonly holders: AccountHoldersRepository,
  ) {}

  /** Null where there is no such customer. */
  async run(of: HolderOf): Promise<Payer | null> {
    const payer = await this.holders.find(of);
    if (payer === null || payer.holder !== null) return payer;
    if (!this.registry.get(of.providerId).capabilities.supports.accountHolders) return payer;
    await this.holders.insert(of, payer.customer.email, await this.make(of, payer.customer));
    const made = await this.holders.find(of);
    // Nothing was written: what the gateway calls them is another customer, whose cards must not be shown to this one.
    if (!made?.holder) throw new AccountHolderRefused('The payment provider mistook the customer');
    return made;
  }

  private async make(
    { storeId, customerId, providerId, methodId }: HolderOf,
    customer: ProviderCustomer,
  ): Promise<ProviderAccountHolder> {
    const operationKey = keyOf(providerId, 'create_account_holder', customerId);
    const outcome = await this.calls.ask(
      { providerId, method: { storeId, id: methodId } },
      `create_account_holder ${customerId}`,
      (provider, settings) =>
        provider.createAccountHolder?.({ operationKey, settings, customer }) ?? UNSUPPORTED,
    );
    if (outcome.status === 'unknown') throw new OutcomeUnknown(customerId, outcome.cause);
    if (outcome.status === 'declined') throw new AccountHolderRefused(outcome.message);
    if (containsCardNumber(outcome.value))
      throw new AccountHolderRefused('The payment provider answered with a card number');
    if (typeof outcome.value.externalId !== 'string')
      throw new OutcomeUnknown(customerId, 'a holder without an id');
    return outcome.value;
  }
}
