import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SealedSecrets, type Sealed } from '@tandem/auth';
import { propertiesOf, type Properties } from '@tandem/objects';

// The Standard Webhooks specification: 24 to 64 bytes, as base64 after whsec_.
const SECRET_BYTES = 32;

// Time enough to put the new one into every receiver.
const BOTH_FOR_MS = 24 * 60 * 60 * 1000;

// Each adds a signature to every delivery, whose headers a receiver takes some KiB of. One rotated away before is good no more.
const MOST_FORMER = 20;

interface FormerSecret {
  readonly secret: string;
  /** ISO 8601. */
  readonly until: string;
}

interface StoredSecrets {
  readonly current: string;
  /** The newest first. */
  readonly former?: readonly FormerSecret[];
  /** As versions before 0.3 stored the one former secret. */
  readonly previous?: string;
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

  /** The new one in the place of the old, which stays good for a day, as those before it. One that cannot be opened is just replaced. */
  rotate(storeId: string, endpointId: string, sealed: Buffer, secret: string): Buffer {
    const stored = this.stored(sealed, sealedFor(storeId, endpointId));
    const until = new Date(Date.now() + BOTH_FOR_MS).toISOString();
    const former = stored
      ? [{ secret: stored.current, until }, ...goodFormer(stored)].slice(0, MOST_FORMER)
      : [];
    return this.seals.seal({ current: secret, former }, sealedFor(storeId, endpointId));
  }

  /** All that are good now, the newest first; null where another server's secret has sealed them. */
  open(storeId: string, endpointId: string, sealed: Buffer): [string, ...string[]] | null {
    const stored = this.stored(sealed, sealedFor(storeId, endpointId));
    return stored && [stored.current, ...goodFormer(stored).map(({ secret }) => secret)];
  }

  /** With the current secret; null where they are already. @throws Error where they cannot be opened */
  reseal({ storeId, id, sealed }: Sealed): Buffer | null {
    return this.seals.reseal(sealed, sealedFor(storeId, id));
  }

  private stored(sealed: Buffer, of: string): StoredSecrets | null {
    try {
      return storedIn(this.seals.open(sealed, of));
    } catch {
      return null;
    }
  }
}

/** @throws Error for what no version has sealed */
function storedIn({ current, former, previous, previousUntil }: Properties): StoredSecrets {
  if (typeof current !== 'string') throw new Error('sealed secrets without a current one');
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

function goodFormer({ former = [], previous, previousUntil = '' }: StoredSecrets): readonly FormerSecret[] {
  const all = previous === undefined ? former : [...former, { secret: previous, until: previousUntil }];
  return all.filter(({ until }) => new Date(until).getTime() > Date.now());
}

function sealedFor(storeId: string, endpointId: string): string {
  return `webhook endpoint ${storeId} ${endpointId}`;
}
