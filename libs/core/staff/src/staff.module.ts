import { Module } from '@nestjs/common';
import { LoginsModule } from '@tandem/logins';
import { AdminUsersRepository } from './admin-users.repository';
import { CreateUser } from './create-user';
import { DeleteUser } from './delete-user';
import { AcceptInvite } from './invites/accept-invite';
import { DeleteInvite } from './invites/delete-invite';
import { InviteUser } from './invites/invite-user';
import { InvitesReader } from './invites/invites.reader';
import { InvitesRepository } from './invites/invites.repository';
import { LockCallingAdmin } from './lock-calling-admin';
import { SetUserPassword } from './set-user-password';
import { UpdateUser } from './update-user';
import { UserListsRepository } from './user-lists.repository';
import { UsersReader } from './users.reader';

const PUBLIC_API = [
  CreateUser,
  UpdateUser,
  DeleteUser,
  SetUserPassword,
  UsersReader,
  InviteUser,
  AcceptInvite,
  DeleteInvite,
  InvitesReader,
];

@Module({
  imports: [LoginsModule],
  providers: [AdminUsersRepository, UserListsRepository, InvitesRepository, LockCallingAdmin, ...PUBLIC_API],
  exports: PUBLIC_API,
})
export class StaffModule {}
