import { Injectable } from '@nestjs/common';
import { EnsureAccountHolder, holderIn, type HolderOf } from '../account-holders';
import { CustomersReader } from '@tandem/customers';
import { answer, unwrap, type RequestContext } from '@tandem/context';
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
import { refuseCardNumbers } from '../cards/refuse-card-numbers';
import { SavingRefused, SavingUnsupported } from '../saved-methods.errors';
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
 * Opens an attempt of the logged-in customer to have a card kept for later.
 * @throws AuthenticationRequired, PaymentMethodNotFound, SavingUnsupported, CardNumberInSetupData,
 *   AccountHolderRefused, SavingRefused, OutcomeUnknown
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
    const { id: customerId } = await this.customers.mine(ctx);
    const method = await this.methods.get(ctx, methodId);
    if (!this.registry.get(method.providerId).capabilities.supports.savedMethods)
      throw new SavingUnsupported();
    const id = newId();
    const made = await this.openFor(
      { storeId, customerId, providerId: method.providerId, methodId: method.id },
      { setupSessionId: id, customerId, data },
    );
    refuseCardNumbers(made);
    return this.database.transaction(async (tx) => {
      const of = { storeId, id, customerId, paymentMethodId: method.id, providerId: method.providerId };
      await this.setups.insert(tx, { ...of, ...made });
      const value = await this.reader.setupSession(ctx, id, tx);
      return unwrap(await answer(ctx, tx, { value }));
    });
  }

  /** Where the method's account does not know the customer any more, they are made known there, and it is opened for them. */
  private async openFor(of: HolderOf, wanted: Wanted): Promise<ProviderSetupSession> {
    const payer = await this.holders.run(of);
    const first = await this.open(of, { ...wanted, ...holderIn(payer) });
    const isUnknown = first.status === 'declined' && first.code === 'account_holder_unknown';
    if (!isUnknown || payer === null) return this.opened(wanted, first);
    const known = await this.holders.replace(of, payer);
    return this.opened(wanted, await this.open(of, { ...wanted, ...holderIn(known) }));
  }

  private open(
    { storeId, providerId, methodId }: HolderOf,
    wanted: Wanted & Pick<CreateSetupSessionRequest, 'accountHolder'>,
  ): Promise<Outcome<ProviderSetupSession>> {
    // A retry opens another one, and moves no money: the same key with another id, or customer, would be refused as another request.
    const id = wanted.setupSessionId;
    const operationKey = keyOf(id, 'create_setup_session', wanted.accountHolder?.externalId ?? '');
    const request = { operationKey, ...wanted };
    return this.calls.ask(
      { providerId, method: { storeId, id: methodId } },
      `create_setup_session ${id}`,
      async (provider, settings) =>
        (await provider.createSetupSession?.({ ...request, settings })) ?? UNSUPPORTED,
    );
  }

  private opened({ setupSessionId }: Wanted, outcome: Outcome<ProviderSetupSession>): ProviderSetupSession {
    if (outcome.status === 'succeeded') return outcome.value;
    if (outcome.status === 'declined') throw new SavingRefused(outcome.message);
    throw new OutcomeUnknown(setupSessionId, outcome.cause);
  }
}

type Wanted = Pick<CreateSetupSessionRequest, 'setupSessionId' | 'customerId' | 'data'>;
