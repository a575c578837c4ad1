import { Injectable } from '@nestjs/common';
import { EnsureAccountHolder, accountHolderOf, type HolderKey } from '../account-holders';
import { CustomersReader } from '@tandem/customers';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { newId } from '@tandem/ids';
import { PaymentMethodsReader } from '@tandem/payment-methods';
import { ProviderRegistry } from '@tandem/payment-providers';
import type {
  CreateSetupSessionRequest,
  Outcome,
  ProviderData,
  ProviderSetupSession,
} from '@tandem/provider-kit';
import { keyOf, OutcomeUnknown, ProviderCalls } from '@tandem/provider-operations';
import { assertNoCardNumbers } from '../cards/assert-no-card-numbers';
import { SavedMethodRefused, SavedMethodsUnsupported } from '../saved-methods.errors';
import { SavedMethodsReader } from '../cards/saved-methods.reader';
import type { SetupSessionDetails } from './setup-session';
import { UNSUPPORTED } from '../cards/unsupported';
import { SetupSessionsRepository } from './setup-sessions.repository';

export interface CreateSetupSessionInput {
  /** The payment method (UUID). */
  readonly methodId: string;
  readonly data: ProviderData;
}

/**
 * Creates a setup session, in which the logged-in customer saves a card for later.
 * @throws AuthenticationRequired, PaymentMethodNotFound, SavedMethodsUnsupported, CardNumberInSetupData,
 *   AccountHolderRefused, SavedMethodRefused, OutcomeUnknown
 */
@Injectable()
export class CreateSetupSession {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersReader,
    private readonly methods: PaymentMethodsReader,
    private readonly registry: ProviderRegistry,
    private readonly calls: ProviderCalls,
    private readonly holders: EnsureAccountHolder,
    private readonly setups: SetupSessionsRepository,
    private readonly reader: SavedMethodsReader,
  ) {}

  async run(ctx: RequestContext, { methodId, data }: CreateSetupSessionInput): Promise<SetupSessionDetails> {
    await ctx.idempotency.lease();
    const { storeId } = ctx;
    const { id: customerId } = await this.customers.getOwn(ctx);
    const method = await this.methods.get(ctx, methodId);
    if (!this.registry.get(method.providerId).capabilities.supports.savedMethods)
      throw new SavedMethodsUnsupported();
    const id = newId();
    const created = await this.createFor(
      { storeId, customerId, providerId: method.providerId, methodId: method.id },
      { setupSessionId: id, customerId, data },
    );
    assertNoCardNumbers(created);
    return this.database.transaction(async (tx) => {
      const base = { storeId, id, customerId, paymentMethodId: method.id, providerId: method.providerId };
      await this.setups.insert(tx, { ...base, ...created });
      const value = await this.reader.getSetupSession(ctx, id, tx);
      return getOrThrow(await storeResponse(ctx, tx, { value }));
    });
  }

  /** If the gateway account no longer has the customer, creates a new account holder and tries again. */
  private async createFor(of: HolderKey, requested: RequestedSetup): Promise<ProviderSetupSession> {
    const payer = await this.holders.run(of);
    const first = await this.createAtGateway(of, { ...requested, ...accountHolderOf(payer) });
    const isUnknown = first.status === 'declined' && first.code === 'account_holder_unknown';
    if (!isUnknown || payer === null) return this.valueOf(requested, first);
    const replaced = await this.holders.replace(of, payer);
    return this.valueOf(
      requested,
      await this.createAtGateway(of, { ...requested, ...accountHolderOf(replaced) }),
    );
  }

  private createAtGateway(
    { storeId, providerId, methodId }: HolderKey,
    requested: RequestedSetup & Pick<CreateSetupSessionRequest, 'accountHolder'>,
  ): Promise<Outcome<ProviderSetupSession>> {
    // A retry has a new id, so it creates another setup session, which moves no money. The same key with another id or customer would be refused.
    const id = requested.setupSessionId;
    const operationKey = keyOf(id, 'create_setup_session', requested.accountHolder?.externalId ?? '');
    const request = { operationKey, ...requested };
    return this.calls.call(
      { providerId, method: { storeId, id: methodId } },
      `create_setup_session ${id}`,
      async (provider, settings) =>
        (await provider.createSetupSession?.({ ...request, settings })) ?? UNSUPPORTED,
    );
  }

  private valueOf(
    { setupSessionId }: RequestedSetup,
    outcome: Outcome<ProviderSetupSession>,
  ): ProviderSetupSession {
    if (outcome.status === 'succeeded') return outcome.value;
    if (outcome.status === 'declined') throw new SavedMethodRefused(outcome.message);
    throw new OutcomeUnknown(setupSessionId, outcome.cause);
  }
}

type RequestedSetup = Pick<CreateSetupSessionRequest, 'setupSessionId' | 'customerId' | 'data'>;
