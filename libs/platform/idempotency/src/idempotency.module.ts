import { Global, Module } from '@nestjs/common';
import { Fingerprints } from './fingerprint';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { IdempotencyRepository } from './idempotency.repository';
import { RecentKeys } from './recent-keys';
import { Replays } from './replays';
import { SealedReadModels } from './sealed-read-models';
import { SweepKeys } from './sweep-keys';

@Global()
@Module({
  providers: [
    IdempotencyRepository,
    Replays,
    RecentKeys,
    Fingerprints,
    SealedReadModels,
    IdempotencyInterceptor,
    SweepKeys,
  ],
  exports: [IdempotencyInterceptor, IdempotencyRepository, Replays, SweepKeys],
})
export class IdempotencyModule {}
