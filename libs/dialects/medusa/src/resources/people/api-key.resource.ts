import type { ApiKeyDetails } from '@tandem/auth';
import { many, type Resource } from '../../fields/fields';
import { medusaId, apiKeyOrUserId } from '../../ids/medusa-ids';
import { isoOrNull, times } from '../times';

/** A store has only its own sales channel; Medusa gives a store's first channel this name. */
const salesChannel: Resource<string> = {
  fields: { id: (storeId) => medusaId('salesChannel', storeId), name: () => 'Default Sales Channel' },
  relations: {},
};

/** A secret key's token is only in the response that creates it. */
export const apiKey: Resource<ApiKeyDetails> = {
  fields: {
    id: ({ id }) => medusaId('apiKey', id),
    title: ({ title }) => title,
    token: ({ token }) => token ?? '',
    redacted: ({ redacted }) => redacted,
    type: ({ type }) => type,
    last_used_at: () => null,
    created_by: ({ createdBy, isMadeByKey }) =>
      createdBy === null ? '' : apiKeyOrUserId(createdBy, isMadeByKey),
    revoked_at: ({ revokedAt }) => isoOrNull(revokedAt),
    revoked_by: ({ revokedBy, isRevokedByKey }) => revokedBy && apiKeyOrUserId(revokedBy, isRevokedByKey),
    ...times,
  },
  relations: {
    sales_channels: many(
      () => salesChannel,
      ({ type, storeId }: ApiKeyDetails) => (type === 'publishable' ? [storeId] : []),
    ),
  },
};
