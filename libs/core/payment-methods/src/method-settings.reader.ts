import { Injectable } from '@nestjs/common';
import type { Settings } from './payment-method';
import { PaymentMethodsReader } from './payment-methods.reader';
import { PaymentMethodsRepository } from './payment-methods.repository';

/** A method's settings as its provider is given them, secrets opened: for a call, never for an answer or a log. */
@Injectable()
export class MethodSettingsReader {
  constructor(
    private readonly methods: PaymentMethodsReader,
    private readonly repository: PaymentMethodsRepository,
  ) {}

  /** Also of a removed one: what was begun with it is finished. @throws PaymentMethodNotFound, Error where they cannot be opened */
  async opened(storeId: string, id: string): Promise<Settings> {
    const { settings, secretsSet } = await this.methods.any(storeId, id);
    if (secretsSet.length === 0) return settings;
    return { ...settings, ...(await this.repository.secretsOf(storeId, id)) };
  }
}
