import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { CreatePaymentMethodInput } from './create-payment-method';
import { CheckSettings } from './check-settings';
import { changedSettings, type SettingChanges, type SplitSettings } from './method-settings';
import type { SavedPaymentMethod } from './payment-method';
import { PaymentMethodNotFound, SettingsChangedConcurrently } from './payment-methods.errors';
import { PaymentMethodsReader } from './payment-methods.reader';
import { PaymentMethodsRepository, type StoredMethod } from './payment-methods.repository';

/** Omitted fields and settings stay unchanged; a setting of null is removed. */
export type PaymentMethodChanges = Partial<Omit<CreatePaymentMethodInput, 'providerId'>>;

/** Settings as the gateway checked them; null if none change. */
type Checked = (SplitSettings & { readonly isChecked: boolean }) | null;

// Few people change settings; after this many concurrent changes the operator should look at what the others do.
const TRIES = 5;

/** Updates a payment method; its provider cannot change. @throws PaymentMethodNotFound, UnknownProvider, SettingsInvalid */
@Injectable()
export class UpdatePaymentMethod {
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
        return value && getOrThrow(await storeResponse(ctx, tx, { value }));
      });
      if (changed === null) continue;
      this.reader.clearCache();
      return changed;
    }
    throw new SettingsChangedConcurrently();
  }

  /** Calls the gateway outside any transaction. */
  private async check(
    { storeId }: RequestContext,
    id: string,
    changes: SettingChanges | undefined,
  ): Promise<Checked> {
    if (changes === undefined) return null;
    const current = await this.database.transaction((tx) => this.methods.lockForUpdate(tx, storeId, id));
    if (current === null) throw new PaymentMethodNotFound();
    const { settings, secrets } = this.changed(storeId, current, changes);
    const isChecked = await this.checkSettings.run(current.providerId, { ...settings, ...secrets });
    return { settings, secrets, isChecked };
  }

  /** Null if the settings changed since the check: what was checked is not what would be saved. */
  private async change(
    tx: Tx,
    { storeId }: RequestContext,
    of: { id: string; changes: PaymentMethodChanges; checked: Checked },
  ): Promise<SavedPaymentMethod | null> {
    const { id, checked } = of;
    const { settings, ...changes } = of.changes;
    const current = await this.methods.lockForUpdate(tx, storeId, id);
    if (current === null) throw new PaymentMethodNotFound();
    // If no settings change, secrets are neither decrypted nor checked: a method whose plugin is gone can still be deactivated, and
    // secrets that this server cannot decrypt are left as they are.
    const changed = settings === undefined ? null : this.changed(storeId, current, settings);
    if (!isSame(changed, checked)) return null;
    const sealed = changed && {
      settings: changed.settings,
      ...this.methods.seal(storeId, id, changed.secrets),
    };
    await this.methods.save(tx, storeId, { ...current, ...changes, ...sealed });
    const saved = (await this.methods.findByStore(storeId, tx)).find((method) => method.id === id);
    if (saved === undefined) throw new PaymentMethodNotFound();
    return { ...saved, isChecked: checked?.isChecked ?? true };
  }

  private changed(storeId: string, current: StoredMethod, changes: SettingChanges): SplitSettings {
    const { capabilities } = this.registry.get(current.providerId);
    const existing = { settings: current.settings, secrets: this.methods.unseal(storeId, current) };
    return changedSettings(capabilities, existing, changes);
  }
}

function isSame(changed: SplitSettings | null, checked: Checked): boolean {
  if (changed === null || checked === null) return true;
  const { settings, secrets } = checked;
  return isDeepStrictEqual(changed, { settings, secrets });
}
