import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { newId } from '@tandem/ids';
import { ProviderRegistry } from '@tandem/payment-providers';
import { changedSettings, type SettingChanges } from './method-settings';
import type { PaymentMethod } from './payment-method';
import { PaymentMethodNotFound } from './payment-methods.errors';
import { PaymentMethodsReader } from './payment-methods.reader';
import { PaymentMethodsRepository } from './payment-methods.repository';

export interface AddPaymentMethodInput extends Pick<
  PaymentMethod,
  'providerId' | 'name' | 'description' | 'active' | 'autoCapture'
> {
  readonly storefrontVisible: boolean;
  /** Null puts it last. */
  readonly position: number | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly settings: SettingChanges;
}

/** Puts a registered provider to use in a store. @throws UnknownProvider, SettingsInvalid */
@Injectable()
export class AddPaymentMethod {
  constructor(
    private readonly database: Database,
    private readonly registry: ProviderRegistry,
    private readonly methods: PaymentMethodsRepository,
    private readonly reader: PaymentMethodsReader,
  ) {}

  async run(ctx: RequestContext, input: AddPaymentMethodInput): Promise<PaymentMethod> {
    const { capabilities } = this.registry.get(input.providerId);
    const { settings, secrets } = changedSettings(
      capabilities,
      { settings: {}, secrets: {} },
      input.settings,
    );
    const id = newId();
    const sealed = this.methods.seal(ctx.storeId, id, secrets);
    const added = await this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const { sessionRequired } = capabilities;
      await this.methods.save(tx, ctx.storeId, { ...input, settings, ...sealed, id, sessionRequired });
      const all = await this.methods.ofStore(ctx.storeId, tx);
      const value = all.find((method) => method.id === id);
      if (!value) throw new PaymentMethodNotFound();
      return unwrap(await answer(ctx, tx, { value }));
    });
    this.reader.forget(ctx.storeId);
    return added;
  }
}
