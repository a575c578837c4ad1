import { Injectable, Logger } from '@nestjs/common';
import { ProviderRegistry } from '@tandem/payment-providers';
import {
  containsCardNumber,
  type Declined,
  type ProviderAccountHolder,
  type ProviderCustomer,
} from '@tandem/provider-kit';
import { keyOf, OutcomeUnknown, ProviderCalls } from '@tandem/provider-operations';
import type { HolderKey, Payer } from './account-holder';
import { AccountHolderRefused } from './account-holders.errors';
import { AccountHoldersRepository } from './account-holders.repository';

/** For a provider without account holders. Unreachable: the registry checks that a provider implements what it supports. */
const UNSUPPORTED: Declined = {
  status: 'declined',
  code: 'other',
  message: 'The payment provider has no customers',
};

/**
 * Finds a customer's account holder, creating it at the gateway the first time. The idempotency key covers provider, customer and all
 * data sent, so concurrent requests and retries create one. If the customer was changed in between, the gateway gets two (it would
 * refuse the same key with other data), and the first one stored is used.
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

  /** Null if the customer does not exist. */
  async run(of: HolderKey): Promise<Payer | null> {
    const payer = await this.holders.findHolder(of);
    if (payer === null || payer.holder !== null) return payer;
    if (!this.registry.get(of.providerId).capabilities.supports.accountHolders) return payer;
    await this.holders.insert(of, payer.customer.email, await this.create(of, payer.customer));
    const stored = await this.holders.findHolder(of);
    // Nothing was stored: the external id belongs to another customer, whose cards this one must not see.
    if (!stored?.holder) throw new AccountHolderRefused('The payment provider returned another customer');
    return stored;
  }

  /** A customer refused by the gateway pays as a guest: having no account holder must not prevent the payment. */
  async findOrGuest(of: HolderKey): Promise<Payer | null> {
    try {
      return await this.run(of);
    } catch (error) {
      if (!(error instanceof AccountHolderRefused)) throw error;
      this.logger.warn(
        `${of.providerId} refused customer ${of.customerId}, who pays as a guest (${error.message})`,
      );
      const payer = await this.holders.findHolder(of);
      return payer && { ...payer, holder: null };
    }
  }

  /**
   * Creates a new holder for a method whose gateway account does not have the stored one (`account_holder_unknown`), because its API
   * key now belongs to another account. The stale id is part of the idempotency key, so that concurrent requests create one; if two
   * were created, both requests use the first one stored.
   */
  async replace(of: HolderKey, { customer, holder }: Payer): Promise<Payer> {
    const stale = holder?.externalId ?? '';
    const created = await this.create(of, customer, [of.methodId, stale]);
    await this.holders.replace(of, { email: customer.email, stale, ...created });
    const payer = await this.holders.findHolder(of);
    if (!payer?.holder || payer.holder.externalId === stale)
      throw new AccountHolderRefused('The payment provider returned another customer');
    return payer;
  }

  private async create(
    { storeId, customerId, providerId, methodId }: HolderKey,
    customer: ProviderCustomer,
    more: readonly string[] = [],
  ): Promise<ProviderAccountHolder> {
    const { email, firstName, lastName, phone } = customer;
    const sent = JSON.stringify([email, firstName, lastName, phone]);
    const operationKey = keyOf(providerId, 'create_account_holder', customerId, ...more, sent);
    const outcome = await this.calls.call(
      { providerId, method: { storeId, id: methodId } },
      `create_account_holder ${customerId}`,
      (provider, settings) =>
        provider.createAccountHolder?.({ operationKey, settings, customer }) ?? UNSUPPORTED,
    );
    if (outcome.status === 'unknown') throw new OutcomeUnknown(customerId, outcome.cause);
    if (outcome.status === 'declined') throw new AccountHolderRefused(outcome.message);
    if (containsCardNumber(outcome.value))
      throw new AccountHolderRefused('The payment provider returned a card number');
    if (typeof outcome.value.externalId !== 'string')
      throw new OutcomeUnknown(customerId, 'a holder without an id');
    return outcome.value;
  }
}
