import { Module } from '@nestjs/common';
import { AcceptInvite } from './accept-invite';
import { AccountListsRepository } from './account-lists.repository';
import { ActiveLogins } from './active-logins';
import { ActiveLoginsRepository } from './active-logins.repository';
import { AddCustomer } from './add-customer';
import { AdminsRepository } from './admins.repository';
import { ChangeCustomer } from './change-customer';
import { ChangeUser } from './change-user';
import { CredentialsRepository } from './credentials.repository';
import { CustomersReader } from './customers.reader';
import { CustomersRepository } from './customers.repository';
import { DeleteUser } from './delete-user';
import { EndLogin } from './end-login';
import { EndedLoginsRepository } from './ended-logins.repository';
import { InviteUser } from './invite-user';
import { InvitesReader } from './invites.reader';
import { InvitesRepository } from './invites.repository';
import { LockCallingAdmin } from './lock-calling-admin';
import { LogIn } from './log-in';
import { LogInAs } from './log-in-as';
import { LogOut } from './log-out';
import { Logins } from './logins';
import { LoginsReader } from './logins.reader';
import { OpenAccount } from './open-account';
import { OpenSession } from './open-session';
import { PasswordProof } from './password-proof';
import { RefreshLogin } from './refresh-login';
import { RefreshTokensRepository } from './refresh-tokens.repository';
import { RegisterCustomer } from './register-customer';
import { RegisterLogin } from './register-login';
import { RegistrationsRepository } from './registrations.repository';
import { RenewToken } from './renew-token';
import { SetUserPassword } from './set-user-password';
import { UsersReader } from './users.reader';
import { WithdrawInvite } from './withdraw-invite';

const DOOR = [
  ActiveLogins,
  LogIn,
  LogInAs,
  RegisterLogin,
  RenewToken,
  OpenSession,
  OpenAccount,
  LoginsReader,
  LogOut,
  RefreshLogin,
  RegisterCustomer,
  AddCustomer,
  ChangeCustomer,
  ChangeUser,
  DeleteUser,
  SetUserPassword,
  UsersReader,
  InviteUser,
  AcceptInvite,
  WithdrawInvite,
  InvitesReader,
  CustomersReader,
  CustomersRepository,
  AdminsRepository,
];

@Module({
  providers: [
    RefreshTokensRepository,
    CredentialsRepository,
    AccountListsRepository,
    RegistrationsRepository,
    InvitesRepository,
    ActiveLoginsRepository,
    EndedLoginsRepository,
    EndLogin,
    LockCallingAdmin,
    PasswordProof,
    Logins,
    ...DOOR,
  ],
  exports: DOOR,
})
export class AccountsModule {}
