import { Global, Module } from '@nestjs/common';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { IdempotencyRepository } from './idempotency.repository';
import { Replays } from './replays';
import { SweepKeys } from './sweep-keys';

@Global()
@Module({
  providers: [IdempotencyRepository, Replays, IdempotencyInterceptor, SweepKeys],
  exports: [IdempotencyInterceptor, IdempotencyRepository, Replays, SweepKeys],
})
export class IdempotencyModule {}
