import { WRITE_ALL, type CreateApiKeyInput, type ApiKeyFilters } from '@tandem/auth';
import { timesIn } from '../../lists/list.mapper';
import { uuidsOf } from '../../ids/medusa-ids';
import { namedIn, type NamedId } from '../../ids/medusa-path-ids';
import type { ApiKeysQueryDto, LinkSalesChannelsDto, MedusaAddApiKeyDto } from './api-key.dto';

export function keyFiltersIn(query: ApiKeysQueryDto): ApiKeyFilters {
  return {
    ids: uuidsOf('apiKey', query.id),
    titles: query.title,
    tokens: query.token,
    type: query.type,
    search: query.q,
    created: timesIn(query.created_at),
    updated: timesIn(query.updated_at),
    revoked: timesIn(query.revoked_at),
  };
}

/** Medusa has no scopes: its secret keys may do everything, so only a caller with all scopes can create one. */
export function toCreateApiKey({ title, type }: MedusaAddApiKeyDto): CreateApiKeyInput {
  return { title, type, scopes: type === 'secret' ? [WRITE_ALL] : [] };
}

/** The channels to link or unlink. @throws SalesChannelNotFound */
export function channelsIn({ add = [], remove = [] }: LinkSalesChannelsDto): NamedId[] {
  return [...add, ...remove].map((id) => namedIn('salesChannel', id));
}
