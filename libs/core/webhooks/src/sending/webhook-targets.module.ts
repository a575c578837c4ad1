import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Targets } from './targets';

@Global()
@Module({})
export class WebhookTargetsModule {
  /** `allowPrivate`: for receivers in your own network, and for tests. */
  static forRoot(allowPrivate: boolean): DynamicModule {
    return {
      module: WebhookTargetsModule,
      providers: [{ provide: Targets, useValue: new Targets(allowPrivate) }],
      exports: [Targets],
    };
  }
}
