import type { AdminUser } from '@tandem/staff';
import type { Resource } from '../../fields/fields';
import { medusaId } from '../../ids/medusa-ids';
import { metadataOrNull } from '../metadata';
import { times } from '../times';

export const user: Resource<AdminUser> = {
  fields: {
    id: ({ id }) => medusaId('user', id),
    first_name: ({ firstName }) => firstName,
    last_name: ({ lastName }) => lastName,
    email: ({ email }) => email,
    avatar_url: ({ avatarUrl }) => avatarUrl,
    metadata: ({ metadata }) => metadataOrNull(metadata),
    ...times,
  },
  relations: {},
};
