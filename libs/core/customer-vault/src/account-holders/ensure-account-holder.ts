import { Injectable, Logger } from '@nestjs/common';
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
 * A customer with who they are at a gateway, made known there the first time. The key is made of provider, customer and all that is
 * sent of them, so two at once, and a retry after a crash, make one. A customer who was changed in between is made known twice
 * there (a gateway refuses a key that comes with something else), and the first that is written is used.
 * @throws AccountHolderRefused, OutcomeUnknown
 */
@Injectable()
export class EnsureAccountHolder {
  private readonly logger = new Logger(EnsureAccountHolder.name);

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

  /** Whom a gateway will not have pays as a guest does: that they cannot be remembered is no reason not to be paid. */
  async orGuest(of: HolderOf): Promise<Payer | null> {
    try {
      return await this.run(of);
    } catch (error) {
      if (!(error instanceof AccountHolderRefused)) throw error;
      this.logger.warn(
        `${of.providerId} has no customer ${of.customerId}: they pay as a guest (${error.message})`,
      );
      const payer = await this.holders.find(of);
      return payer && { ...payer, holder: null };
    }
  }

  /**
   * A holder for a method whose account knows nothing of the one it was told (`account_holder_unknown`): its key is of another
   * account now. The stale id is part of the key, so that two at once make one; of two that were made, the first that is written is
   * used by both.
   */
  async replace(of: HolderOf, { customer, holder }: Payer): Promise<Payer> {
    const stale = holder?.externalId ?? '';
    const made = await this.make(of, customer, [of.methodId, stale]);
    await this.holders.replace(of, { email: customer.email, stale, ...made });
    const known = await this.holders.find(of);
    if (!known?.holder || known.holder.externalId === stale)
      throw new AccountHolderRefused('The payment provider mistook the customer');
    return known;
  }

  private async make(
    { storeId, customerId, providerId, methodId }: HolderOf,
    customer: ProviderCustomer,
    more: readonly string[] = [],
  ): Promise<ProviderAccountHolder> {
    const { email, firstName, lastName, phone } = customer;
    const sent = JSON.stringify([email, firstName, lastName, phone]);
    const operationKey = keyOf(providerId, 'create_account_holder', customerId, ...more, sent);
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
