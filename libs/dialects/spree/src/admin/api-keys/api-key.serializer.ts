import type { ApiKeyDetails } from '@tandem/auth';
import { spreeId } from '../../ids/spree-ids';
import type { SpreeApiKey } from './api-key.dto';

export function serializeApiKey(key: ApiKeyDetails): SpreeApiKey {
  return {
    id: spreeId('apiKey', key.id),
    name: key.title,
    key_type: key.type,
    token: key.token,
    plaintext_token: key.type === 'secret' ? key.token : null,
    scopes: key.scopes,
    token_prefix: key.redacted,
    revoked_at: key.revokedAt?.toISOString() ?? null,
    created_by: key.createdBy && spreeId(key.isMadeByKey ? 'apiKey' : 'admin', key.createdBy),
    created_at: key.createdAt.toISOString(),
    updated_at: key.updatedAt.toISOString(),
  };
}
