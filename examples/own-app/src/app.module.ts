import { Module, type DynamicModule } from '@nestjs/common';
import type { Settings } from '@tandem/config';
import { TandemModule } from '@tandem/server';
import { secondPair } from './second-pair/second-pair.plugin';

/** Our app: Tandem with both its APIs, and our own modules. */
@Module({})
export class AppModule {
  static forRoot(settings: Settings, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [TandemModule.forRoot({ settings, databaseUrl, plugins: [secondPair] })],
    };
  }
}
