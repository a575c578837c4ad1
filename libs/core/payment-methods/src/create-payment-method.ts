import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import { ProviderRegistry } from '@tandem/payment-providers';
import { CheckSettings } from './check-settings';
import { changedSettings, type SettingChanges, type SplitSettings } from './method-settings';
import type { PaymentMethod, SavedPaymentMethod } from './payment-method';
import { PaymentMethodNotFound } from './payment-methods.errors';
import { PaymentMethodsReader } from './payment-methods.reader';
import { PaymentMethodsRepository } from './payment-methods.repository';

export interface CreatePaymentMethodInput extends Pick<
  PaymentMethod,
  'providerId' | 'name' | 'description' | 'active' | 'autoCapture'
> {
  readonly storefrontVisible: boolean;
  /** Null: last. */
  readonly position: number | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly settings: SettingChanges;
}

/** Creates a payment method of a registered provider. @throws UnknownProvider, SettingsInvalid */
@Injectable()
export class CreatePaymentMethod {
  constructor(
    private readonly database: Database,
    private readonly registry: ProviderRegistry,
    private readonly methods: PaymentMethodsRepository,
    private readonly reader: PaymentMethodsReader,
    private readonly checkSettings: CheckSettings,
  ) {}

  async run(ctx: RequestContext, input: CreatePaymentMethodInput): Promise<SavedPaymentMethod> {
    // Before calling the gateway, so that a repeated request is answered without it.
    await ctx.idempotency.lease();
    const { settings, secrets } = this.settingsOf(input);
    const isChecked = await this.checkSettings.run(input.providerId, { ...settings, ...secrets });
    const created = await this.database.transaction((tx) =>
      this.runInTransaction(tx, ctx, { ...input, isChecked }),
    );
    this.reader.clearCache();
    return created;
  }

  /** The same inside a caller's transaction; the settings must have been checked before. */
  async runInTransaction(
    tx: Tx,
    ctx: RequestContext,
    { isChecked, ...input }: CreatePaymentMethodInput & { readonly isChecked: boolean },
  ): Promise<SavedPaymentMethod> {
    const { sessionRequired } = this.registry.get(input.providerId).capabilities;
    const { settings, secrets } = this.settingsOf(input);
    const id = newId();
    const sealed = this.methods.seal(ctx.storeId, id, secrets);
    await this.methods.save(tx, ctx.storeId, { ...input, settings, ...sealed, id, sessionRequired });
    const all = await this.methods.findByStore(ctx.storeId, tx);
    const value = all.find((method) => method.id === id);
    if (!value) throw new PaymentMethodNotFound();
    return getOrThrow(await storeResponse(ctx, tx, { value: { ...value, isChecked } }));
  }

  private settingsOf({ providerId, settings }: CreatePaymentMethodInput): SplitSettings {
    const { capabilities } = this.registry.get(providerId);
    return changedSettings(capabilities, { settings: {}, secrets: {} }, settings);
  }
}
