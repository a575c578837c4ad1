import { Injectable } from '@nestjs/common';
import { SealedSecrets } from '@tandem/auth';
import type { KeyId } from './idempotency.repository';
import { decodeReadModel, encodeReadModel } from './read-model';

const SEALED = /^\{"sealed":"([^"]+)"\}$/;

/**
 * Seals read models for storage, bound to their key: one may contain an order's token, which is derived and stored nowhere else.
 */
@Injectable()
export class SealedReadModels {
  constructor(private readonly secrets: SealedSecrets) {}

  seal(key: KeyId, model: unknown): string {
    const sealed = this.secrets.seal({ text: encodeReadModel(model) }, nameOf(key));
    return JSON.stringify({ sealed: sealed.toString('base64') });
  }

  /** Unseals a read model. What a hot statement stored has its own format, which the route's `deserialize` reads. */
  unseal(key: KeyId, stored: string, deserialize: (stored: string) => unknown): unknown {
    const sealed = SEALED.exec(stored)?.[1];
    if (sealed === undefined) return deserialize(stored);
    return decodeReadModel(String(this.secrets.unseal(Buffer.from(sealed, 'base64'), nameOf(key))['text']));
  }
}

function nameOf({ storeId, principal, keyHash }: KeyId): string {
  return `response of ${storeId}:${principal}:${keyHash.toString('hex')}`;
}
