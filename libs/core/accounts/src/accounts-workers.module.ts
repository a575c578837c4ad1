import { Module } from '@nestjs/common';
import { ExpiredLoginsRepository } from './logins/expired-logins.repository';
import { SweepLogins } from './logins/sweep-logins';

/** What a server does with accounts by itself; no command does. */
@Module({ providers: [ExpiredLoginsRepository, SweepLogins] })
export class AccountsWorkersModule {}
