import { Module } from '@nestjs/common';
import { ExpiredLoginsRepository } from './ending/expired-logins.repository';
import { SweepLogins } from './ending/sweep-logins';

/** The background jobs of logins: for servers, not for the command line. */
@Module({ providers: [ExpiredLoginsRepository, SweepLogins] })
export class LoginsWorkersModule {}
