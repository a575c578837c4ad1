import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SealedSecrets, type Sealed } from '@tandem/auth';

// The Standard Webhooks specification: 24 to 64 bytes, as base64 after whsec_.
const SECRET_BYTES = 32;

// Time enough to put the new one into every receiver.
const BOTH_FOR_MS = 24 * 60 * 60 * 1000;

interface Kept {
  readonly current: string;
  readonly previous?: string;
  /** ISO 8601. */
  readonly previousUntil?: string;
}

/** What deliveries to one endpoint are signed with; in the database they are sealed for it alone. */
@Injectable()
export class EndpointSecrets {
  constructor(private readonly seals: SealedSecrets) {}

  make(): string {
    return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
  }

  seal(storeId: string, endpointId: string, secret: string): Buffer {
    return this.seals.seal({ current: secret }, sealedFor(storeId, endpointId));
  }

  /** The new one in the place of the old, which stays good for a day. One that cannot be opened is just replaced. */
  rotate(storeId: string, endpointId: string, sealed: Buffer, secret: string): Buffer {
    const [previous] = this.open(storeId, endpointId, sealed) ?? [];
    const previousUntil = new Date(Date.now() + BOTH_FOR_MS).toISOString();
    const kept = { current: secret, ...(previous !== undefined && { previous, previousUntil }) };
    return this.seals.seal(kept, sealedFor(storeId, endpointId));
  }

  /** All that are good now, the newest first; null where another server's secret has sealed them. */
  open(storeId: string, endpointId: string, sealed: Buffer): [string, ...string[]] | null {
    const kept = this.kept(sealed, sealedFor(storeId, endpointId));
    if (kept === null) return null;
    const { current, previous, previousUntil = '' } = kept;
    const isGood = previous !== undefined && new Date(previousUntil).getTime() > Date.now();
    return isGood ? [current, previous] : [current];
  }

  /** With the current secret; null where they are already. @throws Error where they cannot be opened */
  reseal({ storeId, id, sealed }: Sealed): Buffer | null {
    return this.seals.reseal(sealed, sealedFor(storeId, id));
  }

  private kept(sealed: Buffer, of: string): Kept | null {
    try {
      return this.seals.open(sealed, of) as unknown as Kept;
    } catch {
      return null;
    }
  }
}

function sealedFor(storeId: string, endpointId: string): string {
  return `webhook endpoint ${storeId} ${endpointId}`;
}
