import { Global, Module, type DynamicModule } from '@nestjs/common';
import { RateLimits, REQUESTS_PER_MINUTE } from './rate-limits';
import { RateLimitsRepository } from './rate-limits.repository';
import { RequestLimits } from './request-limits';

@Global()
@Module({})
export class RateLimitsModule {
  /** `requestsPerMinute` per address and API key; 0 disables all limits. */
  static forRoot(requestsPerMinute: number): DynamicModule {
    return {
      module: RateLimitsModule,
      providers: [
        { provide: REQUESTS_PER_MINUTE, useValue: requestsPerMinute },
        RateLimitsRepository,
        RateLimits,
        RequestLimits,
      ],
      exports: [RequestLimits, RateLimitsRepository],
    };
  }
}
