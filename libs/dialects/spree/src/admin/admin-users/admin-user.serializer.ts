import type { AdminUser } from '@tandem/staff';
import { fullName } from '../../full-name';
import { spreeId } from '../../ids/spree-ids';
import type { SpreeAdminUser } from './admin-user.dto';

export function serializeAdminUser(user: AdminUser): SpreeAdminUser {
  const { firstName, lastName } = user;
  return {
    id: spreeId('admin', user.id),
    email: user.email,
    first_name: firstName,
    last_name: lastName,
    full_name: fullName(firstName, lastName),
    avatar_url: user.avatarUrl,
    created_at: user.createdAt.toISOString(),
    updated_at: user.updatedAt.toISOString(),
  };
}
