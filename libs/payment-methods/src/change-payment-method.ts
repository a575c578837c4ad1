import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { AddPaymentMethodInput } from './add-payment-method';
import { changedSettings } from './method-settings';
import type { PaymentMethod } from './payment-method';
import { PaymentMethodNotFound } from './payment-methods.errors';
import { PaymentMethodsReader } from './payment-methods.reader';
import { PaymentMethodsRepository } from './payment-methods.repository';

/** What is left out stays, each setting for itself; a setting that is null is taken away. */
export type PaymentMethodChanges = Partial<Omit<AddPaymentMethodInput, 'providerId'>>;

/** Changes a payment method; its provider stays. @throws PaymentMethodNotFound, SettingsInvalid */
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
    { settings = {}, ...changes }: PaymentMethodChanges,
  ): Promise<PaymentMethod> {
    const { storeId } = ctx;
    const before = await this.methods.lock(tx, storeId, id);
    if (before === null) throw new PaymentMethodNotFound();
    await ctx.idempotency.claim(tx);
    const { facts } = this.registry.get(before.method.providerId);
    const had = { settings: before.method.settings, secrets: before.secrets };
    const split = changedSettings(facts, had, settings);
    await this.methods.save(tx, storeId, { ...before.method, ...changes, ...split });
    const after = await this.methods.lock(tx, storeId, id);
    if (after === null) throw new PaymentMethodNotFound();
    return after.method;
  }
}
