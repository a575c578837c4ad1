import { Module } from '@nestjs/common';
import { CollectionsRepository } from './collections.repository';

@Module({ providers: [CollectionsRepository], exports: [CollectionsRepository] })
export class PaymentCollectionsModule {}
