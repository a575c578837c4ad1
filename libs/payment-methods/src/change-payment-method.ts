import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { AddPaymentMethodInput } from './add-payment-method';
import { changedSettings, type SettingChanges } from './method-settings';
import type { PaymentMethod } from './payment-method';
import { PaymentMethodNotFound } from './payment-methods.errors';
import { PaymentMethodsReader } from './payment-methods.reader';
import { PaymentMethodsRepository, type KeptMethod, type SealedSettings } from './payment-methods.repository';

/** What is left out stays, each setting for itself; a setting that is null is taken away. */
export type PaymentMethodChanges = Partial<Omit<AddPaymentMethodInput, 'providerId'>>;

/** Changes a payment method; its provider stays. @throws PaymentMethodNotFound, UnknownProvider, SettingsInvalid */
@Injectable()
export class ChangePaymentMethod {
  constructor(
    private readonly database: Database,
    private readonly registry: ProviderRegistry,
    private readonly methods: PaymentMethodsRepository,
    private readonly reader: PaymentMethodsReader,
  ) {}

  /** `id` is null for an id of no known form. */
  async run(ctx: RequestContext, id: string | null, changes: PaymentMethodChanges): Promise<PaymentMethod> {
    if (id === null) throw new PaymentMethodNotFound();
    const changed = await this.database.transaction(async (tx) => {
      const value = await this.change(tx, ctx, id, changes);
      return unwrap(await answer(ctx, tx, { value }));
    });
    this.reader.forget(ctx.storeId);
    return changed;
  }

  private async change(
    tx: Tx,
    ctx: RequestContext,
    id: string,
    { settings, ...changes }: PaymentMethodChanges,
  ): Promise<PaymentMethod> {
    const { storeId } = ctx;
    const before = await this.methods.lock(tx, storeId, id);
    if (before === null) throw new PaymentMethodNotFound();
    await ctx.idempotency.claim(tx);
    // Without settings to change none is opened or checked: a method whose plugin is gone can still be switched off,
    // and secrets that this server cannot open stay for the one that can.
    const changed = settings === undefined ? {} : this.changed(storeId, before, settings);
    await this.methods.save(tx, storeId, { ...before, ...changes, ...changed });
    const all = await this.methods.ofStore(storeId, tx);
    const after = all.find((method) => method.id === id);
    if (after === undefined) throw new PaymentMethodNotFound();
    return after;
  }

  private changed(
    storeId: string,
    before: KeptMethod,
    changes: SettingChanges,
  ): SealedSettings & Pick<PaymentMethod, 'settings'> {
    const { capabilities } = this.registry.get(before.providerId);
    const had = { settings: before.settings, secrets: this.methods.open(storeId, before) };
    const { settings, secrets } = changedSettings(capabilities, had, changes);
    return { settings, ...this.methods.seal(storeId, before.id, secrets) };
  }
}
