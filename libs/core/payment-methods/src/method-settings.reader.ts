import { Injectable } from '@nestjs/common';
import type { Settings } from './payment-method';
import { PaymentMethodsReader } from './payment-methods.reader';
import { PaymentMethodsRepository } from './payment-methods.repository';

/** A method's settings with decrypted secrets, for provider calls only, never for a response or a log. */
@Injectable()
export class MethodSettingsReader {
  constructor(
    private readonly methods: PaymentMethodsReader,
    private readonly repository: PaymentMethodsRepository,
  ) {}

  /** Also for a removed method, whose payments still continue. @throws PaymentMethodNotFound, Error if they cannot be decrypted */
  async getDecrypted(storeId: string, id: string): Promise<Settings> {
    const { settings, secretsSet } = await this.methods.getIncludingRemoved(storeId, id);
    if (secretsSet.length === 0) return settings;
    return { ...settings, ...(await this.repository.getSecrets(storeId, id)) };
  }
}
