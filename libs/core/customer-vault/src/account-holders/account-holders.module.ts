import { Module } from '@nestjs/common';
import { AccountHoldersRepository } from './account-holders.repository';
import { EnsureAccountHolder } from './ensure-account-holder';

@Module({ providers: [AccountHoldersRepository, EnsureAccountHolder], exports: [EnsureAccountHolder] })
export class AccountHoldersModule {}
