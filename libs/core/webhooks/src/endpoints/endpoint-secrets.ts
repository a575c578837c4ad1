import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SealedSecrets, type Sealed } from '@tandem/auth';
import { propertiesOf, type Properties } from '@tandem/objects';

// The Standard Webhooks specification: 24 to 64 bytes, as base64 after whsec_.
const SECRET_BYTES = 32;

// Time to update every receiver.
const BOTH_FOR_MS = 24 * 60 * 60 * 1000;

// Each adds a signature to every delivery, and receivers limit headers to some KiB. Older ones are dropped.
const MAX_FORMER = 20;

interface FormerSecret {
  readonly secret: string;
  /** ISO 8601. */
  readonly until: string;
}

interface StoredSecrets {
  readonly current: string;
  /** Newest first. */
  readonly former?: readonly FormerSecret[];
  /** Versions before 0.3 stored one former secret. */
  readonly previous?: string;
  readonly previousUntil?: string;
}

/** The signing secrets of endpoints; encrypted in the database, bound to their endpoint. */
@Injectable()
export class EndpointSecrets {
  constructor(private readonly seals: SealedSecrets) {}

  generate(): string {
    return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
  }

  seal(storeId: string, endpointId: string, secret: string): Buffer {
    return this.seals.seal({ current: secret }, sealedFor(storeId, endpointId));
  }

  /** Replaces the secret; the old one and its predecessors stay valid for a day. If the stored one cannot be decrypted, it is only replaced. */
  rotate(storeId: string, endpointId: string, sealed: Buffer, secret: string): Buffer {
    const stored = this.stored(sealed, sealedFor(storeId, endpointId));
    const until = new Date(Date.now() + BOTH_FOR_MS).toISOString();
    const former = stored
      ? [{ secret: stored.current, until }, ...validFormer(stored)].slice(0, MAX_FORMER)
      : [];
    return this.seals.seal({ current: secret, former }, sealedFor(storeId, endpointId));
  }

  /** All valid secrets, newest first; null if they cannot be decrypted. */
  unseal(storeId: string, endpointId: string, sealed: Buffer): [string, ...string[]] | null {
    const stored = this.stored(sealed, sealedFor(storeId, endpointId));
    return stored && [stored.current, ...validFormer(stored).map(({ secret }) => secret)];
  }

  /** Re-encrypted with the current secret; null if they already are. @throws Error if they cannot be decrypted */
  reseal({ storeId, id, sealed }: Sealed): Buffer | null {
    return this.seals.reseal(sealed, sealedFor(storeId, id));
  }

  private stored(sealed: Buffer, of: string): StoredSecrets | null {
    try {
      return storedIn(this.seals.unseal(sealed, of));
    } catch {
      return null;
    }
  }
}

/** @throws Error for an unknown format */
function storedIn({ current, former, previous, previousUntil }: Properties): StoredSecrets {
  if (typeof current !== 'string') throw new Error('the sealed secrets have no current one');
  return {
    current,
    ...(Array.isArray(former) && { former: former.filter(isFormer) }),
    ...(typeof previous === 'string' && { previous }),
    ...(typeof previousUntil === 'string' && { previousUntil }),
  };
}

function isFormer(value: unknown): value is FormerSecret {
  const { secret, until } = propertiesOf(value);
  return typeof secret === 'string' && typeof until === 'string';
}

function validFormer({ former = [], previous, previousUntil = '' }: StoredSecrets): readonly FormerSecret[] {
  const all = previous === undefined ? former : [...former, { secret: previous, until: previousUntil }];
  return all.filter(({ until }) => new Date(until).getTime() > Date.now());
}

function sealedFor(storeId: string, endpointId: string): string {
  return `webhook endpoint ${storeId} ${endpointId}`;
}
