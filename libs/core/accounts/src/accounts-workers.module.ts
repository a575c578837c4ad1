import { Module } from '@nestjs/common';
import { RefreshTokensRepository } from './logins/refresh-tokens.repository';
import { SweepRefreshTokens } from './logins/sweep-refresh-tokens';

/** What a server does with accounts by itself; no command does. */
@Module({ providers: [RefreshTokensRepository, SweepRefreshTokens] })
export class AccountsWorkersModule {}
