import { Module } from '@nestjs/common';
import { AddCustomer } from './add-customer';
import { AdminsRepository } from './admins.repository';
import { ChangeCustomer } from './change-customer';
import { CustomersReader } from './customers.reader';
import { CustomersRepository } from './customers.repository';
import { LogIn } from './log-in';
import { LogOut } from './log-out';
import { Logins } from './logins';
import { RefreshLogin } from './refresh-login';
import { RefreshTokensRepository } from './refresh-tokens.repository';
import { RegisterCustomer } from './register-customer';

const DOOR = [
  LogIn,
  LogOut,
  RefreshLogin,
  RegisterCustomer,
  AddCustomer,
  ChangeCustomer,
  CustomersReader,
  CustomersRepository,
  AdminsRepository,
];

@Module({ providers: [RefreshTokensRepository, Logins, ...DOOR], exports: DOOR })
export class AccountsModule {}
