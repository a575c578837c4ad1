import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { ApiKeysRepository } from './api-keys.repository';

export interface FormerKeys {
  /** The key that replaces them (UUID). */
  readonly currentId: string;
  /** A regular expression (PostgreSQL's) that their titles match. */
  readonly titles: string;
}

/** Revokes the secret keys of a store that another key replaces. */
@Injectable()
export class RevokeFormerKeys {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeysRepository,
  ) {}

  async run({ storeId, caller }: RequestContext, former: FormerKeys): Promise<void> {
    await this.keys.revokeFormer(this.database, storeId, { ...former, by: caller.id });
  }
}
