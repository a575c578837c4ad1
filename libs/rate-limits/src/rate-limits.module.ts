import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Counters } from './counters.repository';
import { RateLimits, REQUESTS_PER_MINUTE } from './rate-limits';
import { RequestLimits } from './request-limits';

@Global()
@Module({})
export class RateLimitsModule {
  /** `requestsPerMinute` of one API key; 0 turns every limit off. */
  static forRoot(requestsPerMinute: number): DynamicModule {
    return {
      module: RateLimitsModule,
      providers: [
        { provide: REQUESTS_PER_MINUTE, useValue: requestsPerMinute },
        Counters,
        RateLimits,
        RequestLimits,
      ],
      exports: [RequestLimits],
    };
  }
}
