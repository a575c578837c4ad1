import { Module } from '@nestjs/common';
import { LoginsModule } from '@tandem/logins';
import { CreateCustomer } from './create-customer';
import { CustomerListsRepository } from './customer-lists.repository';
import { CustomersReader } from './customers.reader';
import { CustomersRepository } from './customers.repository';
import { LockCustomer } from './lock-customer';
import { CompleteRegistration } from './logins/complete-registration';
import { LogIn } from './logins/log-in';
import { RegisterCustomer } from './logins/register-customer';
import { RotateRefreshToken } from './logins/rotate-refresh-token';
import { UpdateCustomer } from './update-customer';

const PUBLIC_API = [
  CreateCustomer,
  UpdateCustomer,
  LockCustomer,
  CustomersReader,
  RegisterCustomer,
  CompleteRegistration,
  LogIn,
  RotateRefreshToken,
];

@Module({
  imports: [LoginsModule],
  providers: [CustomersRepository, CustomerListsRepository, ...PUBLIC_API],
  exports: PUBLIC_API,
})
export class CustomersModule {}
