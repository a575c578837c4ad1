import { Module } from '@nestjs/common';
import { AcceptInvite } from './staff/accept-invite';
import { AccountListsRepository } from './account-lists.repository';
import { ActiveLogins } from './logins/active-logins';
import { ActiveLoginsRepository } from './logins/active-logins.repository';
import { AddCustomer } from './customers/add-customer';
import { AdminsRepository } from './staff/admins.repository';
import { ChangeCustomer } from './customers/change-customer';
import { ChangeUser } from './staff/change-user';
import { CredentialsRepository } from './logins/credentials.repository';
import { CustomersReader } from './customers/customers.reader';
import { CustomersRepository } from './customers/customers.repository';
import { DeleteUser } from './staff/delete-user';
import { EndLogin } from './logins/end-login';
import { EndedLoginsRepository } from './logins/ended-logins.repository';
import { InviteUser } from './staff/invite-user';
import { InvitesReader } from './staff/invites.reader';
import { InvitesRepository } from './staff/invites.repository';
import { LockCallingAdmin } from './staff/lock-calling-admin';
import { LogIn } from './logins/log-in';
import { LogInAs } from './logins/log-in-as';
import { LogOut } from './logins/log-out';
import { Logins } from './logins/logins';
import { LoginsReader } from './logins/logins.reader';
import { OpenAccount } from './customers/open-account';
import { OpenSession } from './logins/open-session';
import { PasswordProof } from './logins/password-proof';
import { RefreshLogin } from './logins/refresh-login';
import { RefreshTokensRepository } from './logins/refresh-tokens.repository';
import { RegisterCustomer } from './customers/register-customer';
import { RegisterLogin } from './logins/register-login';
import { RegistrationsRepository } from './customers/registrations.repository';
import { RenewToken } from './logins/renew-token';
import { SetUserPassword } from './staff/set-user-password';
import { UsersReader } from './staff/users.reader';
import { WithdrawInvite } from './staff/withdraw-invite';

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
