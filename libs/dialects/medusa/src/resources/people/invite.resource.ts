import type { NewInvite } from '@tandem/staff';
import type { Resource } from '../../fields/fields';
import { medusaId } from '../../ids/medusa-ids';
import { metadataOrNull } from '../metadata';
import { times } from '../times';

export const invite: Resource<NewInvite> = {
  fields: {
    id: ({ id }) => medusaId('invite', id),
    email: ({ email }) => email,
    accepted: ({ isAccepted }) => isAccepted,
    // As with a secret key: only in the response that creates it, then empty.
    token: ({ token }) => token ?? '',
    expires_at: ({ expiresAt }) => expiresAt.toISOString(),
    metadata: ({ metadata }) => metadataOrNull(metadata),
    ...times,
  },
  relations: {},
};
