import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { AddPaymentMethodInput } from './add-payment-method';
import { CheckSettings } from './check-settings';
import { changedSettings, type SettingChanges, type SplitSettings } from './method-settings';
import type { SavedPaymentMethod } from './payment-method';
import { PaymentMethodNotFound, SettingsChangedMeanwhile } from './payment-methods.errors';
import { PaymentMethodsReader } from './payment-methods.reader';
import { PaymentMethodsRepository, type KeptMethod } from './payment-methods.repository';

/** What is left out stays, each setting for itself; a setting that is null is taken away. */
export type PaymentMethodChanges = Partial<Omit<AddPaymentMethodInput, 'providerId'>>;

/** Settings as the gateway was asked about them; null where none change. */
type Checked = (SplitSettings & { readonly isChecked: boolean }) | null;

// Operators are few: who is overtaken this often should look at what the others do.
const TRIES = 5;

/** Changes a payment method; its provider stays. @throws PaymentMethodNotFound, UnknownProvider, SettingsInvalid */
@Injectable()
export class ChangePaymentMethod {
  constructor(
    private readonly database: Database,
    private readonly registry: ProviderRegistry,
    private readonly methods: PaymentMethodsRepository,
    private readonly reader: PaymentMethodsReader,
    private readonly checkSettings: CheckSettings,
  ) {}

  async run(ctx: RequestContext, id: string, changes: PaymentMethodChanges): Promise<SavedPaymentMethod> {
    await ctx.idempotency.lease();
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const checked = await this.check(ctx, id, changes.settings);
      const changed = await this.database.transaction(async (tx) => {
        const value = await this.change(tx, ctx, { id, changes, checked });
        return value && unwrap(await answer(ctx, tx, { value }));
      });
      if (changed === null) continue;
      this.reader.forget();
      return changed;
    }
    throw new SettingsChangedMeanwhile();
  }

  /** Asks the gateway, outside of any transaction. */
  private async check(
    { storeId }: RequestContext,
    id: string,
    changes: SettingChanges | undefined,
  ): Promise<Checked> {
    if (changes === undefined) return null;
    const before = await this.database.transaction((tx) => this.methods.lock(tx, storeId, id));
    if (before === null) throw new PaymentMethodNotFound();
    const { settings, secrets } = this.changed(storeId, before, changes);
    const isChecked = await this.checkSettings.run(before.providerId, { ...settings, ...secrets });
    return { settings, secrets, isChecked };
  }

  /** Null where another change of the settings came between: what was checked is not what would be saved. */
  private async change(
    tx: Tx,
    { storeId }: RequestContext,
    of: { id: string; changes: PaymentMethodChanges; checked: Checked },
  ): Promise<SavedPaymentMethod | null> {
    const { id, checked } = of;
    const { settings, ...changes } = of.changes;
    const before = await this.methods.lock(tx, storeId, id);
    if (before === null) throw new PaymentMethodNotFound();
    // Without settings to change none is opened or checked: a method whose plugin is gone can still be switched off,
    // and secrets that this server cannot open stay for the one that can.
    const changed = settings === undefined ? null : this.changed(storeId, before, settings);
    if (!isSame(changed, checked)) return null;
    const sealed = changed && {
      settings: changed.settings,
      ...this.methods.seal(storeId, id, changed.secrets),
    };
    await this.methods.save(tx, storeId, { ...before, ...changes, ...sealed });
    const after = (await this.methods.ofStore(storeId, tx)).find((method) => method.id === id);
    if (after === undefined) throw new PaymentMethodNotFound();
    return { ...after, isChecked: checked?.isChecked ?? true };
  }

  private changed(storeId: string, before: KeptMethod, changes: SettingChanges): SplitSettings {
    const { capabilities } = this.registry.get(before.providerId);
    const had = { settings: before.settings, secrets: this.methods.open(storeId, before) };
    return changedSettings(capabilities, had, changes);
  }
}

function isSame(changed: SplitSettings | null, checked: Checked): boolean {
  if (changed === null || checked === null) return true;
  const { settings, secrets } = checked;
  return isDeepStrictEqual(changed, { settings, secrets });
}
