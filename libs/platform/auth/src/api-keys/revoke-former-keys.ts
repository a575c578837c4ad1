import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { ApiKeysRepository } from './api-keys.repository';

export interface FormerKeys {
  /** The key that takes their place (UUID). */
  readonly currentId: string;
  /** A regular expression (PostgreSQL's) that their titles match. */
  readonly titles: string;
}

/** Revokes the secret keys of a store whose place another has taken. */
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
